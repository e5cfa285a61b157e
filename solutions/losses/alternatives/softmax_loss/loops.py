"""Sample by sample: L_i = log sum_j exp(x_ij - m) - (x_iy - m), and dL_i/dx_ij = p_ij - [j = y_i]."""

import numpy as np


def softmax_loss(x, y):
    n, c = x.shape
    loss = 0.0
    dx = np.zeros((n, c))
    for i in range(n):
        largest = max(x[i])
        total = 0.0
        for j in range(c):
            total += np.exp(x[i, j] - largest)
        loss += np.log(total) - (x[i, y[i]] - largest)
        for j in range(c):
            dx[i, j] = np.exp(x[i, j] - largest) / total
            if j == y[i]:
                dx[i, j] -= 1
    return loss / n, dx / n
