# tries: to fork by the system call itself
# verdict: process limit

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 56, "aarch64": 220}[platform.machine()]
    if libc.syscall(number, 17, 0, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
