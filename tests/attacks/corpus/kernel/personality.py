# tries: to switch off the randomness of addresses
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.personality(0x40000) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
