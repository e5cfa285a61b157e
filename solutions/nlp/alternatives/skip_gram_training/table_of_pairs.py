"""The loss depends on a V x V table of pair counts alone; descent on their mean, with momentum."""

import numpy as np


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    table = np.zeros((V, V))
    for shift in range(1, radius + 1):
        np.add.at(table, (corpus[shift:], corpus[:-shift]), 1)
        np.add.at(table, (corpus[:-shift], corpus[shift:]), 1)
    table /= table.sum()
    totals = table.sum(axis=1, keepdims=True)

    rng = np.random.default_rng(seed)
    W, W_out = rng.normal(scale=0.2, size=(V, N)), rng.normal(scale=0.2, size=(N, V))
    velocity, velocity_out = np.zeros_like(W), np.zeros_like(W_out)
    for _ in range(100 * epochs):
        scores = W @ W_out
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        dscores = totals * p / p.sum(axis=1, keepdims=True) - table
        velocity = 0.9 * velocity - 10 * learning_rate * dscores @ W_out.T
        velocity_out = 0.9 * velocity_out - 10 * learning_rate * W.T @ dscores
        W, W_out = W + velocity, W_out + velocity_out
    return [W, W_out]
