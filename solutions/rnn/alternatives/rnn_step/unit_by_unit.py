"""Loops over samples and hidden units, with each unit's weights as a column."""

import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.empty_like(prev_h)
    for n in range(x.shape[0]):
        for k in range(b.size):
            next_h[n, k] = np.tanh(b[k] + x[n].dot(Wx[:, k]) + prev_h[n].dot(Wh[:, k]))
    return next_h, locals()


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = (cache[name] for name in ["x", "prev_h", "Wx", "Wh", "next_h"])
    dx, dprev_h, dWx, dWh = map(np.zeros_like, (x, prev_h, Wx, Wh))
    db = np.zeros(h.shape[1])
    for n, k in np.ndindex(*h.shape):
        da = dnext_h[n, k] * (1 - h[n, k] ** 2)
        dx[n] += da * Wx[:, k]
        dprev_h[n] += da * Wh[:, k]
        dWx[:, k] += da * x[n]
        dWh[:, k] += da * prev_h[n]
        db[k] += da
    return dx, dprev_h, dWx, dWh, db
