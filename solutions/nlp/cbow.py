"""h is the mean of the context words' rows, y = W_out^T h, loss = -y_t + log sum exp y, so

    dy = softmax(y) - onehot(t),   dW_out = h dy^T,   dh = W_out dy,

and each context word's row of dW gets dh / C, once for every time that the word stands there.
"""

import numpy as np


def cbow_loss(context, target, W, W_out):
    h = W[context].mean(axis=0)
    y = h @ W_out
    y = y - y.max()
    log_p = y - np.log(np.exp(y).sum())
    dy = np.exp(log_p)
    dy[target] -= 1
    dh = W_out @ dy
    dW = np.zeros_like(W)
    for word in context:
        dW[word] += dh / len(context)
    return -log_p[target], dW, np.outer(h, dy)
