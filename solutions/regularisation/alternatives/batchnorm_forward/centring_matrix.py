"""The matrix I - 1/N takes means off; a class keeps the settings, and new running statistics are lists."""

import numpy as np


class BatchNorm:
    def __init__(self, mode, eps, momentum, running_mean, running_var):
        self.mode, self.eps, self.momentum = mode, eps, momentum
        self.running = np.array([running_mean, running_var])

    def normalised(self, x):
        if self.mode == "test":
            mean, var = self.running
            return (x - mean) / np.sqrt(var + self.eps)
        N = x.shape[0]
        centred = (np.identity(N) - np.full((N, N), 1 / N)) @ x
        var = np.einsum("nd,nd->d", centred, centred) / N
        mean = x[0] - centred[0]
        self.running = self.momentum * self.running + (1 - self.momentum) * np.array([mean, var])
        return centred @ np.diag(1 / np.sqrt(var + self.eps))


def batchnorm_forward(x, gamma, beta, bn_param):
    layer = BatchNorm(**bn_param)
    out = layer.normalised(x) * gamma + beta
    bn_param.update(zip(["running_mean", "running_var"], layer.running.tolist(), strict=True))
    return out, layer
