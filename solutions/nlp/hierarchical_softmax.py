"""loss = sum of -log s(d v h) over the path, with derivative s(v h) - (1 - b) by each score v h."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def path_probability(h, path, code, inner_vectors):
    p = 1.0
    for node, bit in zip(path, code, strict=True):
        score = inner_vectors[node] @ h
        p *= sigmoid(-score if bit else score)
    return p


def hierarchical_softmax_loss(h, path, code, inner_vectors):
    dh, dinner = np.zeros_like(h), np.zeros_like(inner_vectors)
    loss = 0.0
    for node, bit in zip(path, code, strict=True):
        score = inner_vectors[node] @ h
        loss += np.logaddexp(0, score if bit else -score)
        d = sigmoid(score) - (1 - bit)
        dh += d * inner_vectors[node]
        dinner[node] = d * h
    return loss, dh, dinner
