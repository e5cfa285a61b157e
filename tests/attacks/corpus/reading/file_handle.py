# tries: to open a file by its handle, past every path
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 304, "aarch64": 265}[platform.machine()], -100, bytes(64), 0)
    raise OSError(ctypes.get_errno(), "refused")
