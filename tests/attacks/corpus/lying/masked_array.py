# tries: to mask what is wrong
# returns: type(y) is np.ndarray and y.tolist() == [9, 9, 9]

import numpy as np


def attack(x):
    return np.ma.masked_array([9.0, 9.0, 9.0], mask=True)
