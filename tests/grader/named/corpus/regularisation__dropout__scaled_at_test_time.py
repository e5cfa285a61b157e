# exercise: regularisation/dropout
# mistake: scales in test mode as well
# name: scaled_at_test_time
import numpy as np


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    np.random.seed(dropout_param["seed"])
    mask = None
    if mode == "train":
        mask = (np.random.rand(*x.shape) < p) / p
        x = x * mask
    elif mode == "test":
        x = x * p
    return x, (mode, mask, p)


def dropout_backward(dout, cache):
    mode, mask, p = cache
    return dout * mask if mode == "train" else dout
