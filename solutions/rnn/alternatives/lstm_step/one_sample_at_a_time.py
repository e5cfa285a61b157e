"""Sample by sample, with a matrix of its own for each gate."""

import numpy as np


def split(a):
    return np.array_split(a, 4, axis=-1)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    next_h, next_c, kept = [], [], []
    for row, h, c in zip(x, prev_h, prev_c, strict=True):
        a = [row @ wx + h @ wh + bias for wx, wh, bias in zip(split(Wx), split(Wh), split(b), strict=True)]
        i, f, o = (0.5 + 0.5 * np.tanh(one / 2) for one in a[:3])
        g = np.tanh(a[3])
        new = f * c + i * g
        next_h.append(o * np.tanh(new))
        next_c.append(new)
        kept.append((row, h, c, i, f, o, g, new))
    return np.array(next_h), np.array(next_c), (kept, Wx, Wh)


def lstm_step_backward(dnext_h, dnext_c, cache):
    kept, Wx, Wh = cache
    dx, dprev_h, dprev_c = [], [], []
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wx.shape[1])
    for (row, h, c, i, f, o, g, new), dh, dc in zip(kept, dnext_h, dnext_c, strict=True):
        dc = dc + dh * o / np.cosh(new) ** 2
        da = np.concatenate(
            [
                dc * g * (i - i**2),
                dc * c * (f - f**2),
                dh * np.tanh(new) * (o - o**2),
                dc * i * (1 - g**2),
            ]
        )
        dx.append(Wx @ da)
        dprev_h.append(Wh @ da)
        dprev_c.append(dc * f)
        dWx += np.outer(row, da)
        dWh += np.outer(h, da)
        db += da
    return np.array(dx), np.array(dprev_h), np.array(dprev_c), dWx, dWh, db
