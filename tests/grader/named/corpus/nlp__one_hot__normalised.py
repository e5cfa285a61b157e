# exercise: nlp/one_hot
# mistake: rows are divided by the norm of the whole matrix
# name: normalised
import numpy as np


def one_hot(words, V):
    return np.eye(V)[words]


def hidden(codes, W):
    H = codes @ W
    return H / np.linalg.norm(H)
