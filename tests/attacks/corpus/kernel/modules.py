# tries: to load a module into the kernel
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 175, "aarch64": 105}[platform.machine()], bytes(8), 8, b"")
    return 1
