# exercise: nlp/negative_sampling
# mistake: the logarithm of a finished sigmoid
# name: logarithm_of_the_sigmoid
import numpy as np


def sigmoid(t):
    return np.where(t < 0, np.exp(-np.abs(t)), 1) / (1 + np.exp(-np.abs(t)))


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    h, U, k, neg = center_word_vec, outside_vectors, outside_word_idx, negative_word_idx
    good, bad = U[k] @ h, U[neg] @ h
    loss = -np.log(sigmoid(good)) - np.log(sigmoid(-bad)).sum()
    dh = (sigmoid(good) - 1) * U[k] + sigmoid(bad) @ U[neg]
    dU = np.zeros(U.shape)
    dU[k] += (sigmoid(good) - 1) * h
    for i, s in zip(neg, bad):
        dU[i] += sigmoid(s) * h
    return loss, dh, dU
