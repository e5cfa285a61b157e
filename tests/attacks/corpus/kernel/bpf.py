# tries: to load a program into the kernel
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 321, "aarch64": 280}[platform.machine()], 0, bytes(64), 64)
    raise OSError(ctypes.get_errno(), "refused")
