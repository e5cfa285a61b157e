"""Forward, h and c go from step to step. Backward, each step receives dh_t plus what the next step sends back
along h, and what it sends back along c:

    dc_t = dc_next + (dh_t + dh_next) * o * (1 - tanh(c)^2),    dc_{t-1} = dc_t * f.

The weights are used at every step, so their gradients are sums over time.
"""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def lstm_forward(x, h0, Wx, Wh, b):
    H = h0.shape[1]
    h, c = h0, np.zeros_like(h0)
    outputs, steps = [], []
    for t in range(x.shape[1]):
        a = x[:, t] @ Wx + h @ Wh + b
        i, f, o = (sigmoid(a[:, k * H : (k + 1) * H]) for k in range(3))
        g = np.tanh(a[:, 3 * H :])
        before_h, before_c = h, c
        c = f * before_c + i * g
        h = o * np.tanh(c)
        outputs.append(h)
        steps.append((before_h, before_c, i, f, o, g, c))
    return np.stack(outputs, axis=1), (x, Wx, Wh, steps)


def lstm_backward(dh, cache):
    x, Wx, Wh, steps = cache
    dx, dWx, dWh, db = np.zeros_like(x), np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wx.shape[1])
    dh_next = dc_next = 0
    for t in range(len(steps) - 1, -1, -1):
        before_h, before_c, i, f, o, g, c = steps[t]
        whole = dh[:, t] + dh_next
        tanh_c = np.tanh(c)
        dc = dc_next + whole * o * (1 - tanh_c**2)
        da = np.hstack(
            [
                dc * g * i * (1 - i),
                dc * before_c * f * (1 - f),
                whole * tanh_c * o * (1 - o),
                dc * i * (1 - g**2),
            ]
        )
        dx[:, t] = da @ Wx.T
        dh_next, dc_next = da @ Wh.T, dc * f
        dWx += x[:, t].T @ da
        dWh += before_h.T @ da
        db += da.sum(axis=0)
    return dx, dh_next, dWx, dWh, db
