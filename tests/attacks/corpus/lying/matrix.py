# tries: to answer with a matrix, whose product is another
# returns: type(y) is np.ndarray and y.tolist() == [[0, 1, 2]]

import numpy as np


def attack(x):
    return np.matrix([[0.0, 1.0, 2.0]])
