"""A violated margin x_i w_j - x_i w_y + 1 has the gradient x_i in column j of W, and -x_i in column y.

As matrices: with V = 1 where a margin is violated, and minus the row's number of violations at the correct
class, the columns' sums are X^T V.
"""

import numpy as np


def linear_svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(X.shape[0]):
        scores = X[i] @ W
        for j in range(W.shape[1]):
            margin = scores[j] - scores[y[i]] + 1
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    return loss / X.shape[0] + reg * np.sum(W**2), dW / X.shape[0] + 2 * reg * W


def linear_svm_loss(W, X, y, reg):
    n = X.shape[0]
    scores = X @ W
    margins = scores - scores[np.arange(n), y].reshape(n, 1) + 1
    margins[np.arange(n), y] = 0
    violated = margins > 0
    V = violated.astype(float)
    V[np.arange(n), y] = -violated.sum(axis=1)
    return margins[violated].sum() / n + reg * np.sum(W**2), X.T @ V / n + 2 * reg * W
