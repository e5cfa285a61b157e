"""A mean of samples' losses has the mean of their gradients: each sample goes forward and back by itself.

Its gradients of weights are outer products of what went into a layer and what came back to it.
"""

import numpy as np


def one_sample(x, label, W1, b1, W2, b2):
    a = W1.T @ x + b1
    h = np.where(a > 0, a, 0)
    s = W2.T @ h + b2
    log_sum = np.logaddexp.reduce(s)
    ds = np.exp(s - log_sum)
    ds[label] -= 1
    da = np.array([upstream if a_k > 0 else 0.0 for a_k, upstream in zip(a, W2 @ ds, strict=True)])
    return log_sum - s[label], np.outer(x, da), da, np.outer(h, ds), ds


def two_layer_loss(x, y, W1, b1, W2, b2, reg):
    loss = reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    gradients = [2 * reg * W1, np.zeros(b1.shape), 2 * reg * W2, np.zeros(b2.shape)]
    for sample, label in zip(x, y, strict=True):
        its_loss, *its_gradients = one_sample(sample, label, W1, b1, W2, b2)
        loss += its_loss / len(x)
        for total, part in zip(gradients, its_gradients, strict=True):
            total += part / len(x)
    return [loss, *gradients]
