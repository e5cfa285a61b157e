# tries: to free what is in use
# verdict: crashed, error, no result

import ctypes


def attack(x):
    libc = ctypes.CDLL(None)
    p = ctypes.create_string_buffer(64)
    for _ in range(3):
        libc.free(ctypes.c_void_p(ctypes.addressof(p) + 1))
