# tries: to change the original that copies are made of, found by the collector
# returns: y == 1

import gc

import numpy as np


def attack(x):
    for other in gc.get_objects():
        if isinstance(other, dict) and "x" in other and isinstance(other["x"], np.ndarray):
            try:
                other["x"].setflags(write=True)
                other["x"][...] = 0
            except (ValueError, RuntimeError, TypeError):
                pass
    return 1
