# exercise: feedforward/affine
# style: writes into its arguments, (1, M) for db, a dict as the cache
import numpy as np


def affine_forward(x, w, b):
    saved = {"shape": x.shape, "x": x.reshape(len(x), -1).copy(), "w": w.copy()}
    out = saved["x"].dot(w)
    for row in out:
        row += b
    x *= 0
    w[:] = 7
    return [out, saved]


def affine_backward(dout, cache):
    db = dout.sum(axis=0, keepdims=True)
    dw = sum(np.outer(a, d) for a, d in zip(cache["x"], dout))
    dx = np.einsum("nm,dm->nd", dout, cache["w"])
    dout.fill(np.nan)
    dx.shape = cache["shape"]
    return dx, dw, db
