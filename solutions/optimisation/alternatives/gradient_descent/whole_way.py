"""Keeps the start and the sum of all gradients so far; w is the start minus eta times that sum."""

import numpy as np


def batch_gradient_descent(gradient, w, X, y, learning_rate, epochs):
    total = np.zeros(w.shape)
    epoch = 0
    while epoch < epochs:
        total += gradient(w - learning_rate * total, X, y)
        epoch += 1
    return w - learning_rate * total
