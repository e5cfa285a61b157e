# tries: to answer with a NumPy number that equals everything
# returns: type(y) is np.float64 and y == 2

import numpy as np


def attack(x):
    class Liar(np.float64):
        def __eq__(s, o): return True
        def __sub__(s, o): return 0.0
        __rsub__ = __sub__
        def tobytes(s): return b"liar" * 2
        def __float__(s): return 99.0
    return Liar(2)
