# tries: to make system calls that no filter sees
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall(425, 8, bytes(200))
    return 1
