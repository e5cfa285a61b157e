# tries: to crash by an address
# verdict: crashed

import ctypes


def attack(x):
    ctypes.string_at(0)
