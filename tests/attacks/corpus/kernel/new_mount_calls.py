# tries: to mount by the newest calls
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(428, -100, b"/", 1) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
