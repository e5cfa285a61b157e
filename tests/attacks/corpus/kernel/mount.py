# tries: to mount over what is there
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"none", b".", b"tmpfs", 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
