# tries: to open its memory to other submissions
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(4, 1, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
