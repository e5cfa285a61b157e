"""L_i = -x_{i,y_i} + log sum_j exp(x_ij), so

    dL_i/dx_ij = exp(x_ij) / sum_k exp(x_ik) - [j = y_i] = p_ij - [j = y_i],

and the mean over N samples puts 1/N before both.
"""

import numpy as np


def softmax_loss(x, y):
    n = x.shape[0]
    shifted = x - x.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_p = shifted - log_sum
    loss = -np.sum(log_p[np.arange(n), y]) / n
    dx = np.exp(log_p)
    dx[np.arange(n), y] -= 1
    return loss, dx / n
