# tries: to lock its memory, so that others have none
# verdict: forbidden, memory limit

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mlockall(3) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
