"""With S = X W the scores have the gradient dS = (softmax(S) - onehot(y)) / N, and dW = X^T dS + 2 reg W."""

import numpy as np


def linear_softmax_loss(W, X, y, reg):
    n = X.shape[0]
    scores = X @ W
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(n), y].mean() + reg * np.sum(W**2)
    dscores = np.exp(log_p)
    dscores[np.arange(n), y] -= 1
    return loss, X.T @ dscores / n + 2 * reg * W
