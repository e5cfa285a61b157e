# tries: to write into the code of a library that all share
# returns: y == 1
# spoils: itself

import ctypes


def attack(x):
    address = ctypes.cast(ctypes.CDLL(None).abs, ctypes.c_void_p).value & -4096
    if ctypes.CDLL(None).mprotect(ctypes.c_void_p(address), 4096, 7) == 0:
        ctypes.memmove(address, bytes(16), 16)
    return 1
