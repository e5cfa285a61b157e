"""Softmax: a row's probabilities stay the same when one number is taken from all its scores,

    exp(x_j - m) / sum_k exp(x_k - m) = exp(-m) exp(x_j) / (exp(-m) sum_k exp(x_k)),

and with m the row's maximum no exponential overflows.
"""

import numpy as np


def softmax(x):
    shifted = x - np.max(x, axis=1, keepdims=True)
    e = np.exp(shifted)
    return e / np.sum(e, axis=1, keepdims=True)
