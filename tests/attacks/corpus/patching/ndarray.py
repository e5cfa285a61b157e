# tries: to replace the type of arrays
# verdict: error

import numpy as np


def attack(x):
    np.ndarray.__eq__ = lambda a, b: True
    return x
