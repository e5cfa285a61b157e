"""C predictions, each by itself with loss and gradients of its own; the sum over pairs comes last."""

import numpy as np


def one_pair(center, word, W, W_out):
    e = np.zeros((1, W.shape[0]))
    e[0, center] = 1
    h = e @ W
    scores = h @ W_out
    p = np.exp(scores) / np.exp(scores).sum()
    delta = p.copy()
    delta[0, word] = p[0, word] - 1
    return -np.log(p[0, word]), e.T @ (delta @ W_out.T), h.T @ delta


def skip_gram_loss(center, context, W, W_out):
    pairs = [one_pair(center, word, W, W_out) for word in context]
    return [sum(parts) for parts in zip(*pairs, strict=True)]
