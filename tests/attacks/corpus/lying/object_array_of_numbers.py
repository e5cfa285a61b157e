# tries: to answer with numbers that are objects of its own
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    class Yes:
        def __eq__(s, o): return True
    return np.array([Yes(), Yes(), Yes()], dtype=object)
