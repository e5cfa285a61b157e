# exercise: nlp/one_hot
# style: an array of objects
import numpy as np
def one_hot(words, V):
    return np.matrix([np.array([1 if k == w else 0 for k in range(V)]) for w in words])
def hidden(codes, W):
    return np.array(codes @ W, dtype=object)
