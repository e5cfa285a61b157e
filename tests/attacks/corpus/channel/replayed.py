# tries: to send again what it read from the grader
# verdict: no result, wall limit, time limit, error
# spoils: itself

import os
import struct


def attack(x):
    os.write(3, struct.pack("<4sIQ", b"KDF1", 2, 0) + b"[]")
    while True:
        os.write(3, os.read(3, 1 << 16))
