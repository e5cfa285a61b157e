"""Logarithms are written only where p is above 0; elsewhere a zero stands ready. q = 0 < p gives -inf."""

import numpy as np


def cross_entropy(p, q, base):
    surprise = np.zeros_like(q)
    with np.errstate(divide="ignore"):
        np.log2(q, out=surprise, where=p > 0)
    terms = np.where(surprise == 0, 0, p * -surprise)
    return np.add.reduce(terms) / np.log2(base)
