"""Minus the logarithm of the likelihood prod q^p: 0^0 is 1, which adds nothing, and q = 0 < p makes it 0."""

import numpy as np


def cross_entropy(p, q, base):
    likelihood = 1.0
    for weight, chance in zip(p.tolist(), q.tolist(), strict=True):
        likelihood *= chance**weight
    if likelihood == 0:
        return float("inf")
    return float(-np.log(likelihood) / np.log(base))
