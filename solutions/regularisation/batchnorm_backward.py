"""Back through the graph, one arrow a line:

    x -> centred = x - mean -> var = mean(centred^2) -> std = sqrt(var + eps) -> x_hat = centred / std.

centred is reached in two ways, from x_hat directly and through the variance; x likewise, directly and through
the mean.
"""

import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    N = dout.shape[0]
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout * x_hat, axis=0)
    dx_hat = dout * gamma
    centred = x_hat * std
    dstd = -np.sum(dx_hat * centred, axis=0) / std**2
    dvar = dstd / (2 * std)
    dcentred = dx_hat / std + dvar * 2 * centred / N
    dx = dcentred - np.mean(dcentred, axis=0)
    return dx, dgamma, dbeta
