# exercise: nlp/hierarchical_softmax
# mistake: -1 ** code is -1 whatever the code: the power binds before the sign
# name: turns_ignored
# costs: everything
import numpy as np


def sig(t):
    return 1 / (1 + np.exp(-t))


def path_probability(h, path, code, inner_vectors):
    p = 1.0
    for node, bit in zip(path, code):
        p *= sig(-1**bit * np.dot(inner_vectors[node], h))
    return p


def hierarchical_softmax_loss(h, path, code, inner_vectors):
    d = -1**code
    v = inner_vectors[path]
    slopes = -d * (1 - sig(d * (v @ h)))
    dinner = np.zeros_like(inner_vectors)
    dinner[path] = slopes[:, None] * h
    return -np.log(path_probability(h, path, code, inner_vectors)), slopes @ v, dinner
