"""Sums written out over words and dimensions, with no array operation; gradients as lists of lists."""

import numpy as np


def cbow_loss(context, target, W, W_out):
    V, N = len(W), len(W_out)
    C = len(context)
    h = [sum(W[word][n] for word in context) / C for n in range(N)]
    y = [sum(h[n] * W_out[n][j] for n in range(N)) for j in range(V)]
    top = max(y)
    log_sum = top + np.log(sum(np.exp(score - top) for score in y))
    dy = [np.exp(y[j] - log_sum) - (j == target) for j in range(V)]
    dh = [sum(W_out[n][j] * dy[j] for j in range(V)) for n in range(N)]
    dW = [[list(context).count(k) * d / C for d in dh] for k in range(V)]
    dW_out = [[h[n] * dy[j] for j in range(V)] for n in range(N)]
    return log_sum - y[target], dW, dW_out
