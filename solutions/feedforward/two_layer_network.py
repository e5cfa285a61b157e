"""Forward, keeping what the way back needs; then the chain rule from the scores to the first layer:

    ds = (softmax(s) - onehot(y)) / N,  dW2 = h^T ds,  db2 = sum over samples of ds,
    dh = ds W2^T,  da = dh where a > 0, else 0,  dW1 = x^T da,  db1 = sum over samples of da.

The penalty reg (sum W1^2 + sum W2^2) adds 2 reg W to each gradient of weights.
"""

import numpy as np


def two_layer_loss(x, y, W1, b1, W2, b2, reg):
    n = x.shape[0]
    a = x @ W1 + b1
    h = np.maximum(0, a)
    s = h @ W2 + b2

    shifted = s - s.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(n), y].mean() + reg * (np.sum(W1**2) + np.sum(W2**2))

    ds = np.exp(log_p)
    ds[np.arange(n), y] -= 1
    ds /= n
    da = (ds @ W2.T) * (a > 0)
    dW2 = h.T @ ds + 2 * reg * W2
    dW1 = x.T @ da + 2 * reg * W1
    return loss, dW1, da.sum(axis=0), dW2, ds.sum(axis=0)
