"""A mean of k numbers has derivative 1/k with respect to each: all entries of a window share equally."""

import numpy as np


def windows(pool_param, rows, columns):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    for i in range(rows):
        for j in range(columns):
            yield i, j, slice(i * s, i * s + kh), slice(j * s, j * s + kw)


def avg_pool_forward(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    n, c, h, w = x.shape
    out = np.zeros((n, c, (h - kh) // s + 1, (w - kw) // s + 1))
    for i, j, r, q in windows(pool_param, *out.shape[2:]):
        out[:, :, i, j] = x[:, :, r, q].mean(axis=(2, 3))
    return out, (x.shape, pool_param)


def avg_pool_backward(dout, cache):
    shape, pool_param = cache
    area = pool_param["pool_height"] * pool_param["pool_width"]
    dx = np.zeros(shape)
    for i, j, r, q in windows(pool_param, *dout.shape[2:]):
        dx[:, :, r, q] += dout[:, :, i, j][:, :, None, None] / area
    return dx
