"""All turns at once with the signs d: the slope of -log s(t) by t is -s(-t), and p is e to the minus loss."""

import numpy as np


def loss_and_turns(h, path, code, inner_vectors):
    d = np.where(code == 1, -1.0, 1.0)
    t = d * inner_vectors.take(path, axis=0).dot(h)
    losses = np.log1p(np.exp(-t))
    return losses.sum(), d, t


def path_probability(h, path, code, inner_vectors):
    return np.exp(-loss_and_turns(h, path, code, inner_vectors)[0])


def hierarchical_softmax_loss(h, path, code, inner_vectors):
    loss, d, t = loss_and_turns(h, path, code, inner_vectors)
    turns = np.zeros(len(inner_vectors))
    turns[path] = -d / (1 + np.exp(t))
    return loss, turns @ inner_vectors, turns[:, None] * h[None, :]
