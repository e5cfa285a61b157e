# tries: to fork into new namespaces
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 56, "aarch64": 220}[platform.machine()]
    if libc.syscall(number, 0x10000000 | 0x20000000 | 17, 0, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
