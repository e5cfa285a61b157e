# tries: to answer with raw bytes of no type
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    return np.zeros(3, dtype="V8")
