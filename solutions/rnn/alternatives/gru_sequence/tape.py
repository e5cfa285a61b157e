"""Forward writes a tape of closures, one a step; backward plays it from the end and adds up the results."""

import numpy as np


def sigmoid(s):
    return np.exp(-np.logaddexp(0, -s))


def gru_forward(x, h0, Wx, Wh, bx, bh):
    tape, states = [], []

    def step(x, before):
        ar, az, an = np.array_split(x @ Wx + bx, 3, axis=1)
        ur, uz, un = np.array_split(before @ Wh + bh, 3, axis=1)
        r, z = sigmoid(ar + ur), sigmoid(az + uz)
        n = np.tanh(an + r * un)

        def back(d):
            dan = d * (1 - z) * (1 - n * n)
            dar = dan * un * r * (1 - r)
            daz = d * (before - n) * z * (1 - z)
            da, du = np.hstack([dar, daz, dan]), np.hstack([dar, daz, dan * r])
            shared = [x.T @ da, before.T @ du, da.sum(0), du.sum(0)]
            return da @ Wx.T, d * z + du @ Wh.T, shared

        tape.append(back)
        return n + z * (before - n)

    h = h0
    for t in range(x.shape[1]):
        h = step(x[:, t], h)
        states.append(h)
    return np.stack(states, axis=1), tape


def gru_backward(dh, cache):
    dx, dprev, shared = [], 0, []
    for t, back in reversed(list(enumerate(cache))):
        dx_t, dprev, shared_t = back(dh[:, t] + dprev)
        dx.append(dx_t)
        shared.append(shared_t)
    return np.stack(dx[::-1], axis=1), dprev, *(sum(parts) for parts in zip(*shared, strict=True))
