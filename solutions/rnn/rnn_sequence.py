"""h_t acts on the loss directly (dh[:, t]) and through h_{t+1} (dnext, what that step sends back), so

    da_t = (dh_t + dnext) * (1 - h_t^2),    dnext = da_t Wh^T  for the step before.

The weights are used at every step: their gradients are sums over time.
"""

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    h = np.zeros((N, T, h0.shape[1]))
    previous = h0
    for t in range(T):
        previous = np.tanh(x[:, t] @ Wx + previous @ Wh + b)
        h[:, t] = previous
    return h, (x, h0, Wx, Wh, h)


def rnn_backward(dh, cache):
    x, h0, Wx, Wh, h = cache
    dx, dWx, dWh, db = np.zeros_like(x), np.zeros_like(Wx), np.zeros_like(Wh), 0
    dnext = np.zeros_like(h0)
    for t in range(x.shape[1] - 1, -1, -1):
        before = h[:, t - 1] if t > 0 else h0
        da = (dh[:, t] + dnext) * (1 - h[:, t] ** 2)
        dx[:, t] = da @ Wx.T
        dnext = da @ Wh.T
        dWx += x[:, t].T @ da
        dWh += before.T @ da
        db += da.sum(axis=0)
    return dx, dnext, dWx, dWh, db
