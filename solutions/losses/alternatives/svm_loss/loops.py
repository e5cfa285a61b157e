"""Pair by pair: each violated margin pushes its own class down and the correct class up, by 1/N."""

import numpy as np


def svm_loss(x, y):
    dx = np.zeros_like(x)
    loss = 0.0
    for i in range(len(x)):
        for j in range(x.shape[1]):
            margin = x[i, j] - x[i, y[i]] + 1
            if j != y[i] and margin > 0:
                loss += margin
                dx[i, j] += 1
                dx[i, y[i]] -= 1
    return loss / len(x), dx / len(x)
