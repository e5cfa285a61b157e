# tries: to fork by the newest system call
# verdict: error

import ctypes
import struct


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(435, struct.pack("<11Q", *[0] * 4, 17, *[0] * 6), 88) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
