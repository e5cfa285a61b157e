"""out[n, f, i, j] is linear in the window, in the kernel and in the bias.

    d out / d window = w[f],   d out / d w[f] = window,   d out / d b[f] = 1

Each, times dout[n, f, i, j], is added to the gradient of what it is the derivative of; whatever takes part
in several outputs collects several terms. The padding is no input, so it is cut off dx.
"""

import numpy as np


def padded(x, p):
    return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))


def conv_forward(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    (n, _, height, width), (f, _, kh, kw) = x.shape, w.shape
    x_pad = padded(x, p)
    out = np.zeros((n, f, (height - kh + 2 * p) // s + 1, (width - kw + 2 * p) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            window = x_pad[:, :, i * s : i * s + kh, j * s : j * s + kw]
            for k in range(f):
                out[:, k, i, j] = (window * w[k]).sum(axis=(1, 2, 3)) + b[k]
    return out, (x, w, conv_param)


def conv_backward(dout, cache):
    x, w, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    f, _, kh, kw = w.shape
    x_pad = padded(x, p)
    dx_pad, dw = np.zeros_like(x_pad), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = slice(i * s, i * s + kh), slice(j * s, j * s + kw)
            for k in range(f):
                upstream = dout[:, k, i, j][:, None, None, None]
                dx_pad[:, :, rows, columns] += upstream * w[k]
                dw[k] += (upstream * x_pad[:, :, rows, columns]).sum(axis=0)
    dx = dx_pad[:, :, p : p + x.shape[2], p : p + x.shape[3]]
    return dx, dw, dout.sum(axis=(0, 2, 3))
