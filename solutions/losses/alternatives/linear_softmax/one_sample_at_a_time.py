"""Sample by sample: -log p_y = log sum exp(s) - s_y; column j of dW gets (p_j - [j = y]) x, over N."""

import numpy as np


def linear_softmax_loss(W, X, y, reg):
    losses, dW = [], np.zeros(W.shape)
    for x, label in zip(X, y, strict=True):
        s = [float(np.dot(x, column)) for column in W.T]
        log_sum = max(s) + np.log(sum(np.exp(score - max(s)) for score in s))
        losses.append(log_sum - s[label])
        for j, score in enumerate(s):
            dW[:, j] += (np.exp(score - log_sum) - (1 if j == label else 0)) * x / len(X)
    penalty = 0.0
    for weight in W.flat:
        penalty += reg * weight**2
    for index in np.ndindex(W.shape):
        dW[index] += 2 * reg * W[index]
    return sum(losses) / len(losses) + penalty, dW
