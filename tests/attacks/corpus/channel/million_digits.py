# tries: to have the grader read a number of a million digits
# verdict: no result

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",%s]]}]' % (b"9" * 1_000_000)
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
