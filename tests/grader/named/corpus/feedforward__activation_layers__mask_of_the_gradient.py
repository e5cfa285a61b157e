# exercise: feedforward/activation_layers
# mistake: the gradient is cut off by its own sign
# name: mask_of_the_gradient
import numpy as np


def tanh_forward(x):
    return np.tanh(x), x


def tanh_backward(dt, cache_t):
    return dt / np.cosh(cache_t) ** 2


def relu_forward(x):
    return x * (x > 0), x


def relu_backward(dr, cache_r):
    dr[dr < 0] = 0
    return dr
