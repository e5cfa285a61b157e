"""Collects samples one by one, and updates when a batch is full or its epoch is over."""

import numpy as np


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    w = np.copy(w)
    epochs, N = orders.shape
    batch = []
    for k in range(epochs * N):
        batch.append(orders[k // N, k % N])
        if len(batch) == batch_size or k % N == N - 1:
            samples, targets = zip(*[(X[i], y[i]) for i in batch], strict=True)
            w -= learning_rate * gradient(w, np.vstack(samples), np.hstack(targets))
            batch.clear()
    return w
