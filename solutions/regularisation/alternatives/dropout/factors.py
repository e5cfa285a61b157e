"""A matrix of factors, 0 or 1/p (1 throughout in test mode), in float32; backward multiplies by it again."""

import numpy as np


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    factors = np.ones(x.shape, dtype=np.float32)
    if dropout_param["mode"] == "train":
        rng = np.random.default_rng(dropout_param["seed"])
        factors = rng.choice([0, 1 / p], size=x.shape, p=[1 - p, p]).astype(np.float32)
    return np.multiply(x, factors), {"factors": factors}


def dropout_backward(dout, cache):
    return np.multiply(dout, cache["factors"], order="F")
