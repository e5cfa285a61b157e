"""One word after another by lists of Python numbers; the largest score is taken off first."""

import numpy as np


def naive_softmax_loss(center_word_vec, outside_word_idx, outside_vectors):
    h = center_word_vec.tolist()
    U = outside_vectors.tolist()
    y = [sum(a * b for a, b in zip(u, h, strict=True)) for u in U]
    top = max(y)
    powers = [np.exp(score - top) for score in y]
    total = sum(powers)
    loss = np.log(total) + top - y[outside_word_idx]
    dy = [power / total for power in powers]
    dy[outside_word_idx] -= 1
    dcenter = [sum(d * u[n] for d, u in zip(dy, U, strict=True)) for n in range(len(h))]
    return [loss, dcenter, [[d * value for value in h] for d in dy]]
