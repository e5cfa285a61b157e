# tries: to add swap of its own
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    open("f", "wb").write(bytes(1 << 20))
    libc.swapon(b"f", 0)
    raise OSError(ctypes.get_errno(), "refused")
