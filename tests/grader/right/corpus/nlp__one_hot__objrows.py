# exercise: nlp/one_hot
# style: rows that are arrays of objects
import numpy as np
def one_hot(words, V):
    return [np.array([1 if k == w else 0 for k in range(V)], dtype=object) for w in words]
def hidden(codes, W):
    return [np.matrix(r) for r in codes @ W]
