# tries: to be traced, so that no signal ends it
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace(0, 0, 0, 0)
    return 1
