"""For one centre word, with h = W[center], y = W'^T h and p = softmax(y), the loss

    L = sum over c of (-y[context_c] + log sum_j exp(y_j))

has dL/dy = C p - counts, where counts[k] says how often word k is in the context. Then dL/dh = W' dy goes
to the centre word's row of W, and dL/dW' = h dy^T.
"""

import numpy as np


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    rng = np.random.default_rng(seed)
    W = 0.3 * rng.normal(size=(V, N))
    W_out = 0.3 * rng.normal(size=(N, V))
    for _ in range(epochs):
        for t, center in enumerate(corpus):
            context = np.concatenate([corpus[max(0, t - radius) : t], corpus[t + 1 : t + 1 + radius]])
            h = W[center].copy()
            y = h @ W_out
            p = np.exp(y - y.max())
            p /= p.sum()
            dy = len(context) * p
            for word in context:
                dy[word] -= 1
            dh = W_out @ dy
            W_out -= learning_rate * np.outer(h, dy)
            W[center] -= learning_rate * dh
    return W, W_out
