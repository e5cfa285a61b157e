# tries: to return one output twice, the second time another
# returns: y in (1, 2)
# spoils: itself

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",1],["y",2]]}]'
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
