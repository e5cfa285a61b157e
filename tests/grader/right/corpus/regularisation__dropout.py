# exercise: regularisation/dropout
# style: the module random, masks as lists, lambda for the backward pass
import random

import numpy as np


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    if dropout_param["mode"] == "test":
        return x, lambda d: d
    random.seed(dropout_param["seed"])
    scale = np.array([[1 / p if random.random() < p else 0 for _ in row] for row in x])
    x *= scale
    return x, lambda d: d * scale


def dropout_backward(dout, cache):
    return cache(dout)
