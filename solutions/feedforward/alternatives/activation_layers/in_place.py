"""No new arrays but one: forward writes into x, and backward turns the cached output into the gradient.

A layer's output is needed by nobody after its backward pass, and dt is free to be written into.
"""

import numpy as np


def tanh_forward(x):
    np.tanh(x, out=x)
    return x, x


def tanh_backward(dt, cache_t):
    cache_t *= cache_t
    np.subtract(1, cache_t, out=cache_t)
    cache_t *= dt
    return cache_t


def relu_forward(x):
    x[x < 0] = 0
    return x, x > 0


def relu_backward(dr, cache_r):
    dr[~cache_r] = 0
    return dr
