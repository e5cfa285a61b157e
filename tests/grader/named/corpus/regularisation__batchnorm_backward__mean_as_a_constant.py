# exercise: regularisation/batchnorm_backward
# mistake: the way through the mean is left out
# name: mean_as_a_constant
import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    N = dout.shape[0]
    dgamma = np.einsum("nd,nd->d", dout, x_hat)
    dbeta = np.einsum("nd->d", dout)
    g = dout * gamma
    dx = (g - x_hat * (g * x_hat).sum(0) / N) / std
    return dx, dgamma, dbeta
