# tries: to be right by ones
# returns: not np.array_equal(y, [0, 2, 4])

import numpy as np


def attack(x):
    return np.ones_like(x)
