"""Equal words of the context together: loss = C log sum e^y - counts . y, and dy = C softmax(y) - counts."""

import numpy as np


def skip_gram_loss(center, context, W, W_out):
    counts = np.bincount(context, minlength=W.shape[0])
    y = W_out.T @ W[center]
    log_sum = np.logaddexp.reduce(y)
    dy = context.size * np.exp(y - log_sum) - counts
    dW = np.zeros(W.shape, dtype=np.float32)
    dW[center] = dy @ W_out.T
    return context.size * log_sum - counts @ y, dW, np.float32(W[[center]].T * dy)
