"""The Jacobian of x_hat by x for each feature: (delta_ij - 1/N - x_hat_i x_hat_j / N) / std."""

import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    n, d = dout.shape
    dx = np.zeros((n, d))
    for k in range(d):
        for j in range(n):
            for i in range(n):
                jacobian = (i == j) - 1 / n - x_hat[i, k] * x_hat[j, k] / n
                dx[j, k] += dout[i, k] * gamma[k] / std[k] * jacobian
    dgamma = [sum(dout[:, k] * x_hat[:, k]) for k in range(d)]
    dbeta = [sum(dout[:, k]) for k in range(d)]
    return dx, np.array(dgamma), np.array(dbeta)
