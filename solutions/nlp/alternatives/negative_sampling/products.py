"""Targets of 0 and 1, the sigmoid by tanh; a matrix S takes rows out and, as S^T, adds them back."""

import numpy as np


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    words = np.append(negative_word_idx, outside_word_idx)
    S = np.zeros((words.size, len(outside_vectors)))
    S[range(words.size), words] = 1
    scores = S @ outside_vectors @ center_word_vec
    target = np.zeros_like(scores)
    target[-1] = 1
    dscores = np.tanh(scores / 2) / 2 + 0.5 - target
    loss = np.sum(np.logaddexp(0, scores) - target * scores)
    du = S.T @ dscores[:, None]
    return np.array(loss), (outside_vectors.T @ du).ravel(), du * center_word_vec
