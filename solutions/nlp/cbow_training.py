"""Small random weights, then one step of gradient descent for every word of every epoch."""

import numpy as np


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    rng = np.random.default_rng(seed)
    W = rng.normal(size=(V, N)) / np.sqrt(N)
    W_out = rng.normal(size=(N, V)) / np.sqrt(N)
    for _ in range(epochs):
        for t, word in enumerate(corpus):
            context = np.concatenate([corpus[max(0, t - radius) : t], corpus[t + 1 : t + 1 + radius]])
            h = W[context].mean(axis=0)
            y = h @ W_out
            dy = np.exp(y - y.max())
            dy /= dy.sum()
            dy[word] -= 1
            dh = W_out @ dy
            W_out -= learning_rate * np.outer(h, dy)
            np.add.at(W, context, -learning_rate * dh / len(context))
    return W, W_out
