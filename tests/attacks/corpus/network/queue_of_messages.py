# tries: to leave a message in a queue
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.msgget(4711, 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
