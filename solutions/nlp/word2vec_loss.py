"""loss = -y_k + log sum exp y, so dy = softmax(y) - onehot(k); y = U h gives dh = U^T dy, dU = dy h^T."""

import numpy as np


def naive_softmax_loss(center_word_vec, outside_word_idx, outside_vectors):
    y = outside_vectors @ center_word_vec
    y = y - np.max(y)  # the probabilities stay the same, and exp cannot overflow
    log_sum = np.log(np.sum(np.exp(y)))
    loss = log_sum - y[outside_word_idx]
    dy = np.exp(y - log_sum)
    dy[outside_word_idx] -= 1
    return loss, outside_vectors.T @ dy, np.outer(dy, center_word_vec)
