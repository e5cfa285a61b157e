# exercise: regularisation/batchnorm_backward
# mistake: mean and variance are constants
# name: statistics_as_constants
import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    N = dout.shape[0]
    dgamma = np.einsum("nd,nd->d", dout, x_hat)
    dbeta = np.einsum("nd->d", dout)
    g = dout * gamma
    dx = g / std
    return dx, dgamma, dbeta
