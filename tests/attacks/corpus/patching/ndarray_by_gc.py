# tries: to write into the dict of a C type by the collector
# verdict: error, crashed, no result, wall limit
# returns: not np.array_equal(y, [0, 2, 4])
# spoils: itself

import ctypes
import gc

import numpy as np


def attack(x):
    (members,) = gc.get_referents(np.ndarray.__dict__)
    members["tobytes"] = lambda self, *a: np.arange(3.0).tobytes() * 0 + bytes(24)
    members["astype"] = lambda self, *a, **k: self
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(np.ndarray))
    return np.asarray(x) * 0
