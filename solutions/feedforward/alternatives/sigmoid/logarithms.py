"""By logarithms: log s = -log(exp(0) + exp(-x)), which logaddexp computes without overflow at any x.

1 - s is the sigmoid of -x, so log s' = log s(x) + log s(-x).
"""

import numpy as np


def log_sigmoid(x):
    return -np.logaddexp(0, -x)


def sigmoid(x):
    return np.exp(log_sigmoid(x))


def sigmoid_derivative(x):
    return np.exp(log_sigmoid(x) + log_sigmoid(-x))
