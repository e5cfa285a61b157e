"""Time comes first, and x Wx at once for all steps; one array holds the gates, a copy of it becomes da."""

import numpy as np


def lstm_forward(x, h0, Wx, Wh, b):
    T = x.shape[1]
    N, H = h0.shape
    h, c = np.zeros((T + 1, N, H)), np.zeros((T + 1, N, H))
    h[0] = h0
    gates = np.dot(x, Wx).swapaxes(0, 1) + b
    for t in range(T):
        gates[t] += h[t] @ Wh
        gates[t, :, : 3 * H] = 1 / (1 + np.exp(-gates[t, :, : 3 * H]))
        gates[t, :, 3 * H :] = np.tanh(gates[t, :, 3 * H :])
        i, f, o, g = (gates[t, :, k : k + H] for k in range(0, 4 * H, H))
        c[t + 1] = f * c[t] + i * g
        h[t + 1] = o * np.tanh(c[t + 1])
    return h[1:].swapaxes(0, 1), [x, h, c, gates, Wx, Wh]


def lstm_backward(dh, cache):
    x, h, c, gates, Wx, Wh = cache
    N, T, H = dh.shape
    da = gates.copy()
    dh_next, dc = np.zeros((N, H)), np.zeros((N, H))
    for t in reversed(range(T)):
        i, f, o, g = (gates[t, :, k : k + H] for k in range(0, 4 * H, H))
        dh_next += dh[:, t]
        dc += dh_next * o / np.cosh(c[t + 1]) ** 2
        da[t, :, : 3 * H] *= 1 - da[t, :, : 3 * H]
        da[t, :, 3 * H :] = 1 - g * g
        da[t] *= np.concatenate([dc * g, dc * c[t], dh_next * np.tanh(c[t + 1]), dc * i], axis=1)
        dh_next = da[t] @ Wh.T
        dc = dc * f
    rows = da.reshape(T * N, 4 * H)
    dWx = x.swapaxes(0, 1).reshape(T * N, -1).T @ rows
    dWh = h[:-1].reshape(T * N, H).T @ rows
    return (da @ Wx.T).swapaxes(0, 1), dh_next, dWx, dWh, rows.sum(axis=0)
