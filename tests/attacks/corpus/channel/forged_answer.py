# tries: to write a frame of its own, with an answer
# returns: y == 41
# spoils: itself

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",41]]}]'
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
