"""批归一化（前向）。"""
import numpy as np


def _normalise(x, mean, var, eps):
    return (x - mean) * (var + eps) ** -0.5


def _update(running, new, momentum):
    return momentum * running + (1 - momentum) * new


def batchnorm_forward(x, gamma, beta, bn_param):
    if bn_param["mode"] == "train":
        mean, var = np.mean(x, 0), np.var(x, 0)
        bn_param.update(
            running_mean=_update(bn_param["running_mean"], mean, bn_param["momentum"]),
            running_var=_update(bn_param["running_var"], var, bn_param["momentum"]),
        )
    else:
        mean, var = bn_param["running_mean"], bn_param["running_var"]
    x_hat = _normalise(x, mean, var, bn_param["eps"])
    return x_hat * gamma + beta, (x_hat, gamma, var, bn_param["eps"])
