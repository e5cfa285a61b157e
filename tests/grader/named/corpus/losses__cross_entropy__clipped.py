# exercise: losses/cross_entropy
# mistake: a small number is added inside the logarithm
# name: clipped
import numpy as np


def cross_entropy(p, q, base):
    eps = 1e-12
    return -np.dot(p, np.log(q + eps)) / np.log(base)
