"""Windows as columns of one matrix: forward, dw and dx are matrix products, and columns are added back."""

import numpy as np


def places(x, w, conv_param):
    """Channel, row and column of the padded images for each entry of each window."""
    s, p = conv_param["stride"], conv_param["pad"]
    c, kh, kw = w.shape[1:]
    rows, columns = 1 + (x.shape[2] + 2 * p - kh) // s, 1 + (x.shape[3] + 2 * p - kw) // s
    channel, a, e = (index.reshape(-1, 1) for index in np.indices((c, kh, kw)))
    i, j = (index.reshape(1, -1) for index in np.indices((rows, columns)))
    return (slice(None), channel, s * i + a, s * j + e), (rows, columns)


def conv_forward(x, w, b, conv_param):
    p = conv_param["pad"]
    where, shape = places(x, w, conv_param)
    padded = np.pad(x, ((0,), (0,), (p,), (p,)))
    columns = padded[where]
    out = w.reshape(len(w), -1) @ columns + b[:, None]
    cache = {"columns": columns, "where": where, "w": w, "p": p, "padded": padded.shape}
    return out.reshape(len(x), len(w), *shape), cache


def conv_backward(dout, cache):
    w, p = cache["w"], cache["p"]
    flat = dout.reshape(*dout.shape[:2], -1)
    dw = np.tensordot(flat, cache["columns"], axes=([0, 2], [0, 2])).reshape(w.shape)
    dx = np.zeros(cache["padded"])
    np.add.at(dx, cache["where"], w.reshape(len(w), -1).T @ flat)
    if p:
        dx = dx[..., p:-p, p:-p]
    return [dx, dw, flat.sum(axis=2).sum(axis=0)]
