# tries: to signal with a value, past the usual call
# verdict: forbidden

import ctypes
import os


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.sigqueue(os.getppid() or 2, 0, ctypes.c_void_p(0)) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
