# tries: to answer with an object that every comparison finds true
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    class Yes:
        def __eq__(s, o): return True
        __le__ = __lt__ = __ge__ = __gt__ = __eq__
        def __sub__(s, o): return s
        __rsub__ = __add__ = __radd__ = __abs__ = __neg__ = __sub__
        def __bool__(s): return True
        def __float__(s): return 0.0
        def __array__(s, *a, **k): return np.array([0.0, 2.0, 4.0])
        __array_priority__ = 1e9
    return Yes()
