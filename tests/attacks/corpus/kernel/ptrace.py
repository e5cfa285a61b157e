# tries: to trace another process
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace(16, 1, 0, 0)
    raise OSError(ctypes.get_errno(), "refused")
