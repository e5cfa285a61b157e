# tries: to make system calls by the numbers of x32
# verdict: forbidden, error

import ctypes
import platform


def attack(x):
    if platform.machine() != "x86_64":
        raise OSError(1, "there are none")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(0x40000000 | 39) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
