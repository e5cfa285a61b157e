# tries: to find expected values in the frames that called it
# returns: y == []

import sys

import numpy as np


def attack(x):
    found, frame = [], sys._getframe()
    while frame is not None:
        for space in (frame.f_locals, frame.f_globals):
            for name, value in space.items():
                if name not in ("x", "np", "found") and isinstance(value, np.ndarray) and value.shape == (3,) and value[0] in (0, 20) and value[-1] != x[-1]:
                    found.append(name)
        frame = frame.f_back
    return found
