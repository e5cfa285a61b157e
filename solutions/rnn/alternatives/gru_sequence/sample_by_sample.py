"""Every sample goes through time by itself, by vectors; the weights' gradients come last, as products."""

import numpy as np


def one_forward(x, h, Wx, Wh, bx, bh):
    H = len(h)
    kept = []
    for row in x:
        a, u = Wx.T @ row + bx, Wh.T @ h + bh
        r, z = np.split(1 / (1 + np.exp(-a[: 2 * H] - u[: 2 * H])), 2)
        n = np.tanh(a[2 * H :] + r * u[2 * H :])
        kept.append([h, r, z, n, u[2 * H :]])
        h = z * h + (1 - z) * n
    return [h_before for h_before, *_ in kept[1:]] + [h], kept


def one_backward(dh, x, kept, Wx, Wh):
    d = np.zeros_like(dh[0])
    das, dus = [], []
    for direct, (h, r, z, n, un) in zip(dh[::-1], kept[::-1], strict=True):
        d = d + direct
        dn = (d - z * d) * (1 - n**2)
        gates = [dn * un * r * (1 - r), d * (h - n) * z * (1 - z)]
        das.insert(0, np.concatenate([*gates, dn]))
        dus.insert(0, np.concatenate([*gates, r * dn]))
        d = z * d + Wh @ dus[0]
    da, du = np.array(das), np.array(dus)
    before = np.array([step[0] for step in kept])
    return da @ Wx.T, d, x.T @ da, before.T @ du, da.sum(0), du.sum(0)


def gru_forward(x, h0, Wx, Wh, bx, bh):
    results = [one_forward(*sample, Wx, Wh, bx, bh) for sample in zip(x, h0, strict=True)]
    return [h for h, _ in results], {"x": x, "kept": [kept for _, kept in results], "weights": (Wx, Wh)}


def gru_backward(dh, cache):
    samples = zip(dh, cache["x"], cache["kept"], strict=True)
    parts = [one_backward(*sample, *cache["weights"]) for sample in samples]
    dx, dh0, *weights = map(np.array, zip(*parts, strict=True))
    return dx, dh0, *(part.sum(axis=0) for part in weights)
