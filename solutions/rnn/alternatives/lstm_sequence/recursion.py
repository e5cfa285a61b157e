"""Recursion in time, both ways: a step, then all later ones; backward, all later steps and then the step."""

import numpy as np


def sigmoid(a):
    return 0.5 + 0.5 * np.tanh(0.5 * a)


def lstm_forward(x, h0, Wx, Wh, b):
    def steps(t, h, c):
        if t == x.shape[1]:
            return []
        a = x[:, t, :] @ Wx + h @ Wh + b
        i, f, o, g = np.split(a, 4, axis=1)
        i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
        new_c = f * c + i * g
        step = {"x": x[:, t, :], "h": h, "c": c, "i": i, "f": f, "o": o, "g": g, "tanh": np.tanh(new_c)}
        step["out"] = o * step["tanh"]
        return [step, *steps(t + 1, step["out"], new_c)]

    all_steps = steps(0, h0, np.zeros(h0.shape))
    return np.stack([step["out"] for step in all_steps], axis=1), (all_steps, Wx, Wh)


def lstm_backward(dh, cache):
    steps, Wx, Wh = cache

    def back_from(t):
        """Gradients of h and c before step t, of x from t on, and of weights and bias."""
        if t == len(steps):
            zeros = np.zeros_like(dh[:, 0])
            return zeros, zeros, [], (0, 0, 0)
        dlater_h, dlater_c, dxs, (dWx, dWh, db) = back_from(t + 1)
        s = steps[t]
        d = dh[:, t] + dlater_h
        dc = dlater_c + d * s["o"] * (1 - s["tanh"] ** 2)
        da = np.hstack(
            [
                dc * s["g"] * (s["i"] - s["i"] ** 2),
                dc * s["c"] * (s["f"] - s["f"] ** 2),
                d * s["tanh"] * (s["o"] - s["o"] ** 2),
                dc * s["i"] * (1 - s["g"] ** 2),
            ]
        )
        weights = dWx + s["x"].T @ da, dWh + s["h"].T @ da, db + da.sum(0)
        return da @ Wh.T, dc * s["f"], [da @ Wx.T, *dxs], weights

    dh0, _, dxs, weights = back_from(0)
    return np.array(dxs).transpose(1, 0, 2), dh0, *weights
