# tries: to be root in a namespace of its own
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x10000000) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
