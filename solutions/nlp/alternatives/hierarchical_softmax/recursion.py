"""The first turn times the rest of the path; gradients of p by the product rule, and of -log p as -dp / p."""

import numpy as np


def left(h, vector):
    return 0.5 * (1 + np.tanh(0.5 * sum(h * vector)))


def path_probability(h, path, code, inner_vectors):
    if len(path) == 0:
        return 1.0
    s = left(h, inner_vectors[path[0]])
    turn = s if code[0] == 0 else 1 - s
    return turn * path_probability(h, path[1:], code[1:], inner_vectors)


def gradient_of_p(h, path, code, inner_vectors):
    """p, dp/dh, and dp/dv for each inner node, with zeros for those that are not on the path."""
    if len(path) == 0:
        return 1.0, np.zeros(len(h)), np.zeros(inner_vectors.shape)
    node, bit = path[0], code[0]
    rest, dh, dinner = gradient_of_p(h, path[1:], code[1:], inner_vectors)
    s = left(h, inner_vectors[node])
    turn, slope = (s, s * (1 - s)) if bit == 0 else (1 - s, -s * (1 - s))
    dh = turn * dh + slope * rest * inner_vectors[node]
    dinner = turn * dinner
    dinner[node] += slope * rest * h
    return turn * rest, dh, dinner


def hierarchical_softmax_loss(h, path, code, inner_vectors):
    p, dh, dinner = gradient_of_p(h, path, code, inner_vectors)
    return -np.log(p), -dh / p, -dinner / p
