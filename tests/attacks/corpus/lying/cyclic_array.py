# tries: to answer with an array that contains itself
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    y = np.empty(1, dtype=object)
    y[0] = y
    return y
