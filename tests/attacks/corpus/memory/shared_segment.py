# tries: to leave a segment of shared memory
# verdict: forbidden

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.shmget(4711, 1 << 20, 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
