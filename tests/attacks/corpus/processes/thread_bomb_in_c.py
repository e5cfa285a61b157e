# tries: to start threads past Python's own count
# verdict: process limit, error
# spoils: itself

import ctypes
import time


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    start = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(lambda p: time.sleep(99))
    thread = ctypes.c_ulong()
    for _ in range(99):
        if error := libc.pthread_create(ctypes.byref(thread), None, start, None):
            raise OSError(error, "refused")
