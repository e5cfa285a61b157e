"""-log s(a) = log(1 + exp(-a)), with derivative s(a) - 1; for a negative, -log s(-a) has derivative s(a).

So with d = s(a) - 1 for the outside word and s(a) for each negative, dh = sum d u, and each word's row gets
d h every time that it occurs.
"""

import numpy as np


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    h, U = center_word_vec, outside_vectors
    doutside = np.zeros_like(U)
    dcenter = np.zeros_like(h)
    loss = 0.0
    for word, label in [(outside_word_idx, 1), *((word, 0) for word in negative_word_idx)]:
        score = U[word] @ h
        loss += np.logaddexp(0, score) - label * score
        d = np.exp(-np.logaddexp(0, -score)) - label
        dcenter += d * U[word]
        doutside[word] += d * h
    return loss, dcenter, doutside
