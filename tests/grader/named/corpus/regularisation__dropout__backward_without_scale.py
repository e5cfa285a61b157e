# exercise: regularisation/dropout
# mistake: the way back has no scale
# name: backward_without_scale
import numpy as np


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    np.random.seed(dropout_param["seed"])
    mask = None
    if mode == "train":
        mask = (np.random.rand(*x.shape) < p) / p
        x = x * mask
    elif mode == "test":
        pass
    return x, (mode, mask, p)


def dropout_backward(dout, cache):
    mode, mask, p = cache
    return np.where(mask > 0, dout, 0) if mode == "train" else dout
