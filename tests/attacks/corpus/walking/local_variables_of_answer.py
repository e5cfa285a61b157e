# tries: to write into the runner's local variables
# returns: y == 1

import ctypes
import sys


def attack(x):
    frame = sys._getframe()
    while frame is not None:
        for name in frame.f_locals:
            if name in ("results", "returned"):
                frame.f_locals[name]["z"] = 99
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), 1)
        frame = frame.f_back
    return 1
