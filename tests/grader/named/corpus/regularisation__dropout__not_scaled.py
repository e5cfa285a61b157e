# exercise: regularisation/dropout
# mistake: no scaling at all
# name: not_scaled
# costs: everything
import numpy as np


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    np.random.seed(dropout_param["seed"])
    mask = None
    if mode == "train":
        mask = np.random.binomial(1, p, size=x.shape)
        x = x * mask
    elif mode == "test":
        pass
    return x, (mode, mask, p)


def dropout_backward(dout, cache):
    mode, mask, p = cache
    return dout * mask if mode == "train" else dout
