# exercise: regularisation/batchnorm_backward
# mistake: the way through the variance is left out
# name: variance_as_a_constant
import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    N = dout.shape[0]
    dgamma = np.einsum("nd,nd->d", dout, x_hat)
    dbeta = np.einsum("nd->d", dout)
    g = dout * gamma
    dx = (g - g.mean(0)) / std
    return dx, dgamma, dbeta
