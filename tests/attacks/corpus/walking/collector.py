# tries: to find the next case's input among all objects
# returns: y == []
# spoils: itself

import gc

import numpy as np


def attack(x):
    found = []
    for other in gc.get_objects():
        inner = other.values() if type(other) is dict else other if type(other) in (list, tuple) else ()
        for value in list(inner):
            if type(value) is np.ndarray and value.shape == (3,) and value.dtype == float:
                if value.tolist() in ([10.0, 11.0, 12.0], [20.0, 22.0, 24.0]) and x[0] == 0:
                    found.append(str(type(other)))
    return found
