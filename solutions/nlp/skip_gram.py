"""h and y belong to the word in the middle. Each context word c adds softmax(y) - onehot(c) to dy;

then dW_out = h dy^T, and the middle word's row of dW is W_out dy.
"""

import numpy as np


def skip_gram_loss(center, context, W, W_out):
    h = W[center]
    y = h @ W_out
    y = y - y.max()
    log_p = y - np.log(np.exp(y).sum())
    loss = 0.0
    dy = np.zeros_like(y)
    for word in context:
        loss -= log_p[word]
        dy += np.exp(log_p)
        dy[word] -= 1
    dW = np.zeros_like(W)
    dW[center] = W_out @ dy
    return loss, dW, np.outer(h, dy)
