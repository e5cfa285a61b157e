"""Only differences of scores: loss = log sum_j e^(y_j - y_k) by logaddexp, p_j = e^(y_j - y_k - loss)."""

import numpy as np


def naive_softmax_loss(center_word_vec, outside_word_idx, outside_vectors):
    differences = (outside_vectors - outside_vectors[outside_word_idx]).dot(center_word_vec)
    loss = np.logaddexp.reduce(differences)
    p = np.exp(differences - loss)
    mean = p @ outside_vectors
    doutside = np.multiply.outer(p, center_word_vec)
    doutside[outside_word_idx] -= center_word_vec
    return loss, mean - outside_vectors[outside_word_idx], doutside
