"""Contexts as rows of a T x V matrix, made once; steps by shuffled batches of eight, gradients summed."""

import numpy as np


def contexts(corpus, V, radius):
    T = len(corpus)
    near = np.abs(np.subtract.outer(np.arange(T), np.arange(T)))
    window = ((near <= radius) & (near > 0)).astype(float)
    return window @ np.eye(V)[corpus] / window.sum(axis=1, keepdims=True)


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    rng = np.random.RandomState(seed)
    W, W_out = rng.uniform(-0.5, 0.5, (V, N)), rng.uniform(-0.5, 0.5, (N, V))
    X, Y = contexts(corpus, V, radius), np.eye(V)[corpus]
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(corpus)), len(corpus) // 8):
            h = X[batch] @ W
            scores = h @ W_out
            p = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
            dscores = p - Y[batch]
            dW = X[batch].T @ dscores @ W_out.T
            W_out = W_out - learning_rate * h.T @ dscores
            W = W - learning_rate * dW
    return W, W_out
