# exercise: losses/kl_divergence
# mistake: both distributions are clipped, as libraries do
# name: clipped
import numpy as np


EPSILON = 1e-7


def kl_divergence(p, q):
    p, q = np.clip(p, EPSILON, 1), np.clip(q, EPSILON, 1)
    return np.sum(p * np.log(p / q))
