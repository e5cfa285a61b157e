# tries: to send a message of another kind
# verdict: no result

import os
import struct


def attack(x):
    os.write(3, struct.pack("<4sIQ", b"KDF1", 9, 0) + b"[[1],[1]]")
    os._exit(0)
