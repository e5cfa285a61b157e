# tries: to answer with an array whose every method lies
# returns: type(y) is np.ndarray and y.tolist() == [0, 1, 2]

import numpy as np


def attack(x):
    class Liar(np.ndarray):
        shape = property(lambda s: (1,))
        dtype = property(lambda s: np.dtype(bool))
        nbytes = property(lambda s: 0)
        size = property(lambda s: 0)
        def __eq__(s, o): return True
        def __array__(s, *a, **k): return np.zeros(1)
        def __array_function__(s, *a, **k): return True
        def __array_ufunc__(s, *a, **k): return True
        def tobytes(s): return b"lie"
        def astype(s, *a, **k): return s
        def __array_finalize__(s, o): pass
    return np.arange(3.0).view(Liar)
