"""All words in every step, which Adam scales: three times as many as there are epochs."""

import numpy as np


class Adam:
    def __init__(self, shape, rate):
        self.first, self.second, self.rate, self.t = np.zeros(shape), np.zeros(shape), rate, 0

    def __call__(self, gradient):
        self.t += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.01 * (gradient**2 - self.second)
        return self.rate * self.first / (1 - 0.9**self.t) / (np.sqrt(self.second / (1 - 0.99**self.t)) + 1e-8)


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    rng = np.random.default_rng(seed)
    contexts = np.zeros((len(corpus), V))
    for t in range(len(corpus)):
        for place in range(max(t - radius, 0), min(t + radius + 1, len(corpus))):
            if place != t:
                contexts[t, corpus[place]] += 1
    contexts /= contexts.sum(1, keepdims=True)
    W, W_out = 0.1 * rng.standard_normal((V, N)), 0.1 * rng.standard_normal((N, V))
    steps = [Adam(W.shape, learning_rate), Adam(W_out.shape, learning_rate)]
    for _ in range(3 * epochs):
        h = contexts @ W
        p = np.exp(h @ W_out)
        p /= p.sum(1, keepdims=True)
        p[np.arange(len(corpus)), corpus] -= 1
        p /= len(corpus)
        dW, dW_out = contexts.T @ (p @ W_out.T), h.T @ p
        W -= steps[0](dW)
        W_out -= steps[1](dW_out)
    return W.tolist(), W_out.tolist()
