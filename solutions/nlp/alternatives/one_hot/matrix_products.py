"""A 1 at place t V + word, in Fortran order; H as the transpose of W^T X^T, as in the notes."""

import numpy as np


def one_hot(words, V):
    X = np.zeros((words.size, V), order="F")
    X.flat[np.arange(words.size) * V + words] = 1
    return X


def hidden(codes, W):
    return np.dot(W.T, codes.T).T
