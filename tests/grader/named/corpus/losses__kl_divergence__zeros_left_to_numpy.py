# exercise: losses/kl_divergence
# mistake: 0 log 0 is left to NumPy
# name: zeros_left_to_numpy
import numpy as np


def kl_divergence(p, q):
    return float(np.sum(p * (np.log(p) - np.log(q))))
