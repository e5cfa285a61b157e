# tries: to send an array of no element and a vast axis, which a sum over the other would allocate
# verdict: no result

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",{"a":["f8",[0,1000000000000]]}]]}]'
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
