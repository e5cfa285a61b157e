# exercise: regularisation/batchnorm_backward
# style: one matrix a column
import numpy as np


def batchnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    N, D = dout.shape
    columns = []
    for d in range(D):
        v = x_hat[:, d]
        J = np.identity(N) - np.ones((N, N)) / N - np.outer(v, v) / N
        columns.append(gamma[d] / std[d] * (J @ dout[:, d]))
    return np.column_stack(columns), np.diag(x_hat.T @ dout)[None], [[s] for s in dout.sum(0)]
