# tries: to enter another process's namespace
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.setns(3, 0)
    return 1
