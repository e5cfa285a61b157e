"""For a batch the gradient of the mean softmax loss by the scores is (p - onehot(y)) / B, so

    dW = x^T dscores,    db = sum of dscores over the samples,

and in each epoch a new random order is cut into batches, samples and labels by the same indices.
"""

import numpy as np


def train(x, y, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    W = np.zeros((x.shape[1], y.max() + 1))
    b = np.zeros(W.shape[1])
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            rows = order[start : start + batch_size]
            s = x[rows] @ W + b
            p = np.exp(s - s.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(rows)), y[rows]] -= 1
            p /= len(rows)
            W -= learning_rate * x[rows].T @ p
            b -= learning_rate * p.sum(axis=0)
    return W, b
