"""By exponentials and absolute values; a cache is the backward pass itself, as a function of dt or dr.

With e = exp(-2|x|), tanh is +-(1 - e) / (1 + e), its slope 4e / (1 + e)^2, and ReLU is (x + |x|) / 2.
"""

import numpy as np


def tanh_forward(x):
    e = np.exp(-2 * np.abs(x))
    slope = 4 * e / (1 + e) ** 2
    return np.copysign((1 - e) / (1 + e), x), lambda upstream: upstream * slope


def relu_forward(x):
    half = x / 2
    return half + abs(half), lambda upstream: np.heaviside(x, 0) * upstream


def tanh_backward(dt, cache_t):
    return cache_t(dt)


def relu_backward(dr, cache_r):
    return cache_r(dr)
