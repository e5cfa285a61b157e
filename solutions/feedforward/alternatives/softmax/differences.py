"""1 / p_j = sum_k exp(x_k - x_j), from all differences in a row; where a sum is inf, p_j is 0 in float64."""

import numpy as np


def softmax(x):
    differences = x[:, np.newaxis, :] - x[:, :, np.newaxis]
    with np.errstate(over="ignore"):
        return np.reciprocal(np.exp(differences).sum(axis=2))
