# tries: to change its root
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 155, "aarch64": 41}[platform.machine()], b".", b".")
    raise OSError(ctypes.get_errno(), "refused")
