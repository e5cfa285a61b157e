"""s = 1 / (1 + exp(-x)), so s' = exp(-x) / (1 + exp(-x))^2 = s (1 - s).

For x < 0 numerator and denominator are multiplied by exp(x): no exponential's argument is ever above 0.
"""

import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    e = np.exp(-np.abs(x))  # s' is the same at x and -x
    return e / (1 + e) ** 2
