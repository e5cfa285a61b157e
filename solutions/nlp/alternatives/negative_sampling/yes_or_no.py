"""K + 1 yes-or-no questions one by one; log(1 + e^s) = max(s, 0) + log(1 + e^-|s|) does not overflow."""

import numpy as np


def softplus(s):
    return max(s, 0.0) + np.log1p(np.exp(-abs(s)))


def sigmoid(s):
    """e^s / (1 + e^s) below 0, so that no power overflows."""
    return 1 / (1 + np.exp(-s)) if s >= 0 else np.exp(s) / (1 + np.exp(s))


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    questions = [(outside_word_idx, True)] + [(word, False) for word in negative_word_idx]
    loss = 0.0
    dcenter = [0.0] * len(center_word_vec)
    doutside = [[0.0] * len(center_word_vec) for _ in outside_vectors]
    for word, answer in questions:
        u = outside_vectors[word]
        score = sum(a * b for a, b in zip(u, center_word_vec, strict=True))
        loss += softplus(-score) if answer else softplus(score)
        slope = sigmoid(score) - answer
        for n, h in enumerate(center_word_vec):
            dcenter[n] += slope * u[n]
            doutside[word][n] += slope * h
    return loss, dcenter, doutside
