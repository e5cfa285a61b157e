"""A list of all pairs, shuffled in each epoch; one step a pair, in float32."""

import numpy as np


def pairs(corpus, radius):
    for t, center in enumerate(corpus):
        for distance in range(1, radius + 1):
            if t - distance >= 0:
                yield center, corpus[t - distance]
            if t + distance < len(corpus):
                yield center, corpus[t + distance]


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    np.random.seed(seed)
    W = np.random.normal(0, 0.3, (V, N)).astype(np.float32)
    W_out = np.random.normal(0, 0.3, (N, V)).astype(np.float32)
    rate = np.float32(learning_rate)
    samples = [*pairs(corpus, radius)]
    for _ in range(epochs):
        np.random.shuffle(samples)
        for center, outside in samples:
            h = W[center].copy()
            p = np.exp(h @ W_out)
            p = p / np.sum(p)
            p[outside] -= 1
            W[center] -= rate * (W_out @ p)
            W_out -= rate * h[:, None] * p
    return W, W_out
