"""W^T x = sum_k x_k W[k], and x has a single 1: h is the word's row of W."""

import numpy as np


def one_hot(words, V):
    return np.eye(V)[words]


def hidden(codes, W):
    return W[np.argmax(codes, axis=1)]
