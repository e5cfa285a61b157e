# tries: to change a small integer of the interpreter
# verdict: crashed, no result, error, wall limit, time limit
# returns: True
# spoils: itself

import ctypes


def attack(x):
    ctypes.memmove(id(1) + 24, (2).to_bytes(4, "little"), 4)
    return 1
