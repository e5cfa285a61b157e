# exercise: regularisation/batchnorm_forward
# style: (1, D) statistics, running ones written in place, np.rec as a cache
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    stats = {
        "train": lambda: (np.mean(x, 0, keepdims=True), np.mean(x * x, 0, keepdims=True) - np.mean(x, 0, keepdims=True) ** 2),
        "test": lambda: (bn_param["running_mean"], bn_param["running_var"]),
    }
    mean, var = stats[bn_param["mode"]]()
    if bn_param["mode"] == "train":
        m = bn_param["momentum"]
        for name, new in (("running_mean", mean), ("running_var", var)):
            bn_param[name] *= m
            bn_param[name] += (1 - m) * new[0]
    scale = gamma * (var + bn_param["eps"]) ** -0.5
    x *= scale
    x += beta - mean * scale
    return x, None
