# tries: to put a filter of its own before the grader's
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall({"x86_64": 317, "aarch64": 277}[platform.machine()], 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
