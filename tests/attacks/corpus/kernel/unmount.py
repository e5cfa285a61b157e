# tries: to uncover what a mount hides
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.umount2(b"/proc", 2) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
