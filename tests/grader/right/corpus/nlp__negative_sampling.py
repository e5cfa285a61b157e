# exercise: nlp/negative_sampling
# style: one matrix of signs, np.bincount for the rows
import numpy as np


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    h, U = center_word_vec, outside_vectors
    words = np.concatenate([[outside_word_idx], negative_word_idx]).astype(int)
    signs = np.where(np.arange(len(words)) == 0, 1.0, -1.0)
    t = signs * (U[words] @ h)
    loss = np.logaddexp(0, -t).sum(keepdims=True)
    slopes = -signs * np.exp(-np.logaddexp(0, t))
    per_word = np.bincount(words, weights=slopes, minlength=len(U))
    return loss, per_word @ U, np.outer(per_word, h)
