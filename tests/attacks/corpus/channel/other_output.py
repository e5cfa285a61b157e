# tries: to return an output that was not asked for
# verdict: no result

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["score",41]]}]'
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
