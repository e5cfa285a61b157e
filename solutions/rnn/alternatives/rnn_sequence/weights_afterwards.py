"""Backward first finds every da_t; the weights' gradients are then one product over all steps and samples."""

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    h = [h0]
    for t in range(x.shape[1]):
        h.append(np.tanh(x[:, t] @ Wx + h[-1] @ Wh + b))
    states = np.array(h).transpose(1, 0, 2)
    return states[:, 1:], (x, states, Wx, Wh)


def rnn_backward(dh, cache):
    x, states, Wx, Wh = cache
    da = np.zeros_like(dh)
    dnext = np.zeros_like(dh[:, 0])
    for t in range(dh.shape[1])[::-1]:
        da[:, t] = (dh[:, t] + dnext) * (1 - states[:, t + 1] ** 2)
        dnext = da[:, t] @ Wh.T
    dWx = np.einsum("ntd,nth->dh", x, da)
    dWh = np.einsum("ntk,nth->kh", states[:, :-1], da)
    return da @ Wx.T, dnext, dWx, dWh, da.sum(axis=(0, 1))
