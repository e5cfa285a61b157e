# tries: to hold the kernel in the middle of a copy
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 323, "aarch64": 282}[platform.machine()], 1)
    return 1
