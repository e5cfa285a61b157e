# exercise: regularisation/batchnorm_forward
# mistake: divided by N - 1
# name: unbiased_variance
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    mode, eps, m = bn_param["mode"], bn_param["eps"], bn_param["momentum"]
    rm, rv = bn_param["running_mean"], bn_param["running_var"]
    if mode == "train":
        mean, var = x.mean(axis=0), np.cov(x.T, bias=False).diagonal()
        rm, rv = m * rm + (1 - m) * mean, m * rv + (1 - m) * var
    else:
        mean, var = rm, rv
    bn_param["running_mean"], bn_param["running_var"] = rm, rv
    out = np.empty_like(x)
    for d in range(x.shape[1]):
        out[:, d] = gamma[d] * (x[:, d] - mean[d]) / (var[d] + eps) ** 0.5 + beta[d]
    return out, (x, mean, var)
