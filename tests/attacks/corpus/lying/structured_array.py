# tries: to answer with an array of records
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    return np.zeros(3, dtype=[("a", "f8"), ("b", "O")])
