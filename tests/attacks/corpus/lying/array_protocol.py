# tries: to answer by the protocols that NumPy asks
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    class Liar:
        __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (0, False), "version": 3}
        __array_struct__ = 0
        shape, dtype, nbytes, ndim = (3,), np.dtype(float), 24, 1
    return Liar()
