"""Column vectors in float32, as the notes write them; the label as a one-hot column."""

import numpy as np


def naive_softmax_loss(center_word_vec, outside_word_idx, outside_vectors):
    h = center_word_vec.astype("f4").reshape(-1, 1)
    W_out = outside_vectors.astype("f4").T
    t = np.zeros((W_out.shape[1], 1), "f4")
    t[outside_word_idx] = 1
    y = W_out.T @ h
    e = np.exp(y - y.max())
    loss = np.log(e.sum()) - t.T @ (y - y.max())
    delta = e / e.sum() - t
    return loss.squeeze(), (W_out @ delta)[:, 0], np.asfortranarray(delta @ h.T)
