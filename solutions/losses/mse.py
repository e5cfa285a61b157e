"""Each entry occurs once in L = (1 / (N D)) sum (x - y)^2, so dL/dx_ij = 2 (x_ij - y_ij) / (N D)."""

import numpy as np


def mse_loss(x, y):
    difference = x - y
    return np.mean(difference**2), 2 * difference / difference.size
