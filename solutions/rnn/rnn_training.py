"""Forward, all hidden states are kept. Backward, only the last one enters the loss directly, with the
gradient dscores Wy^T; from there each step of time gives

    da_t = dh_t * (1 - h_t^2),    dh_{t-1} = da_t Wh^T,

and all steps add to the gradients of Wx, Wh and b, which they share.
"""

import numpy as np


def train(x, y, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    _, T, D = x.shape
    H, C = 16, 3
    Wx = rng.normal(size=(D, H)) / np.sqrt(D)
    Wh = rng.normal(size=(H, H)) / np.sqrt(H)
    Wy = rng.normal(size=(H, C)) / np.sqrt(H)
    b, by = np.zeros(H), np.zeros(C)
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            rows = order[start : start + batch_size]
            inputs, n = x[rows], len(rows)

            h = np.zeros((T + 1, n, H))  # h[0] is the state before the first step
            for t in range(T):
                h[t + 1] = np.tanh(inputs[:, t] @ Wx + h[t] @ Wh + b)
            scores = h[T] @ Wy + by
            p = np.exp(scores - scores.max(axis=1, keepdims=True))
            dscores = p / p.sum(axis=1, keepdims=True)
            dscores[np.arange(n), y[rows]] -= 1
            dscores /= n

            dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)
            dh = dscores @ Wy.T
            for t in reversed(range(T)):
                da = dh * (1 - h[t + 1] ** 2)
                dWx += inputs[:, t].T @ da
                dWh += h[t].T @ da
                db += da.sum(axis=0)
                dh = da @ Wh.T

            Wy -= learning_rate * h[T].T @ dscores
            by -= learning_rate * dscores.sum(axis=0)
            Wx -= learning_rate * dWx
            Wh -= learning_rate * dWh
            b -= learning_rate * db
    return Wx, Wh, b, Wy, by
