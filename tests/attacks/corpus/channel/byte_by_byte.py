# tries: to send a frame byte by byte, always just in time
# verdict: wall limit, time limit

import os
import struct


def attack(x):
    os.write(3, struct.pack("<4sIQ", b"KDF1", 1 << 20, 0))
    while True:
        os.write(3, b" ")
