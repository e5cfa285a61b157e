"""Whole gradients of the states solve a linear system, one a sample: dh_t plus what comes back from t + 1."""

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    states = np.empty((x.shape[1] + 1, *h0.shape))
    states[0] = h0
    for t, inputs in enumerate(np.einsum("ntd,dh->tnh", x, Wx)):
        np.tanh(inputs + np.dot(states[t], Wh) + b, out=states[t + 1])
    return np.moveaxis(states[1:], 0, 1), (x, states, Wx, Wh)


def rnn_backward(dh, cache):
    x, states, Wx, Wh = cache
    N, T, H = dh.shape
    slopes = 1 - np.moveaxis(states[1:], 0, 1) ** 2
    later = np.eye(T, k=1)  # 1 where the column's step follows the row's
    whole = [
        np.linalg.solve(np.eye(T * H) - np.kron(later, Wh) * slope.ravel(), direct.ravel())
        for slope, direct in zip(slopes, dh, strict=True)
    ]
    da = np.reshape(whole, (N, T, H)) * slopes
    rows = da.reshape(-1, H)
    dWx = x.reshape(N * T, -1).T @ rows
    dWh = np.moveaxis(states[:-1], 0, 1).reshape(N * T, H).T @ rows
    return da @ Wx.T, da[:, 0] @ Wh.T, dWx, dWh, rows.sum(axis=0)
