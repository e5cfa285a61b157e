# tries: to answer with an array of no elements and a vast axis, which a sum over the other would allocate
# verdict: output limit
# returns: y.size == 0 and max(y.shape) < 10**8

import numpy as np


def attack(x):
    return np.empty((0, 10**15))
