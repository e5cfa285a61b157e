"""A term max(0, s_j - s_y + 1) that is above 0 has derivative 1 by s_j and -1 by s_y, and 0 otherwise."""

import numpy as np


def svm_loss(x, y):
    n = x.shape[0]
    correct = x[np.arange(n), y].reshape(n, 1)
    margins = x - correct + 1
    margins[np.arange(n), y] = 0  # the sum leaves the correct class out
    violated = margins > 0
    loss = margins[violated].sum() / n
    dx = violated.astype(float)
    dx[np.arange(n), y] = -violated.sum(axis=1)
    return loss, dx / n
