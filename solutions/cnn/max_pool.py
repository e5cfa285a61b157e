"""The output of a window is one entry of the input, so its gradient goes to that entry, and to no other."""

import numpy as np


def windows(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    for i in range((x.shape[2] - kh) // s + 1):
        for j in range((x.shape[3] - kw) // s + 1):
            yield i, j, slice(i * s, i * s + kh), slice(j * s, j * s + kw)


def max_pool_forward(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    n, c, h, w = x.shape
    out = np.zeros((n, c, (h - kh) // s + 1, (w - kw) // s + 1))
    for i, j, rows, columns in windows(x, pool_param):
        out[:, :, i, j] = x[:, :, rows, columns].max(axis=(2, 3))
    return out, (x, out, pool_param)


def max_pool_backward(dout, cache):
    x, out, pool_param = cache
    dx = np.zeros_like(x)
    for i, j, rows, columns in windows(x, pool_param):
        won = x[:, :, rows, columns] == out[:, :, i, j][:, :, None, None]
        dx[:, :, rows, columns] += won * dout[:, :, i, j][:, :, None, None]
    return dx
