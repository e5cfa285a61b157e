"""In training out = x * m / p with a random m of zeros and ones: a product with a constant, so
dx = dout * m / p. E[m] = p, so E[out] = x, and in test mode there is nothing to do.
"""

import numpy as np


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    factor = np.ones_like(x)
    if dropout_param["mode"] == "train":
        factor = np.random.binomial(1, p, size=x.shape) / p
    return x * factor, factor


def dropout_backward(dout, cache):
    return dout * cache
