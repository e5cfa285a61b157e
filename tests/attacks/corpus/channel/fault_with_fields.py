# tries: to tell a fault with fields that there are not
# verdict: no result

import os
import struct


def attack(x):
    fault = rb'{"kind":"error","points":100,"line":-1}'
    head = b'[{"case":true,"fault":%s,"printed":""},null]' % fault
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
