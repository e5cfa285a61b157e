"""With the seed that is given, and a mask of True and False by which entries are set to 0."""

import numpy as np


def dropout_forward(x, dropout_param):
    if dropout_param["mode"] == "test":
        return x, None
    keep = dropout_param["p"]
    rng = np.random.RandomState(dropout_param["seed"])
    dropped = rng.uniform(size=x.shape) >= keep
    out = x / keep
    out[dropped] = 0
    return out, (dropped, keep)


def dropout_backward(dout, cache):
    if cache is None:
        return dout
    dropped, keep = cache
    dx = dout / keep
    dx[dropped] = 0
    return dx
