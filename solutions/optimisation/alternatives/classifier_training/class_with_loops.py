"""A class that trains sample by sample within a batch, on standardised inputs; W and b undo the scaling."""

import numpy as np


class Softmax:
    def __init__(self, D, C):
        self.W, self.b = np.zeros((D, C)), np.zeros(C)

    def gradient(self, x, label):
        scores = self.W.T @ x + self.b
        p = np.exp(scores - max(scores))
        p /= sum(p)
        p[label] -= 1
        return np.outer(x, p), p

    def step(self, samples, rate):
        gradients = [self.gradient(x, label) for x, label in samples]
        dW, db = (sum(parts) / len(samples) for parts in zip(*gradients, strict=True))
        self.W -= rate * dW
        self.b -= rate * db


def train(x, y, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    mean, std = x.mean(axis=0), x.std(axis=0)
    samples = list(zip((x - mean) / std, y, strict=True))
    model = Softmax(x.shape[1], len(set(y.tolist())))
    for _ in range(epochs):
        order = rng.permutation(len(samples))
        while order.size:
            batch, order = order[:batch_size], order[batch_size:]
            model.step([samples[i] for i in batch], 3 * learning_rate)
    W = model.W / std[:, np.newaxis]
    return W, model.b - mean @ W
