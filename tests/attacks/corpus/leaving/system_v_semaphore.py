# tries: to leave a semaphore of System V
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.semget(4711, 1, 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
