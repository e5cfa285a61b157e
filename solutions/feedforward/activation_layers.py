"""The chain rule entry by entry: d tanh(x)/dx = 1 - tanh(x)^2, and ReLU's slope is 1 where x > 0, else 0."""

import numpy as np


def tanh_forward(x):
    t = np.tanh(x)
    return t, t


def tanh_backward(dt, cache_t):
    t = cache_t
    return dt * (1 - t**2)


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dr, cache_r):
    x = cache_r
    return np.where(x > 0, dr, 0.0)
