# tries: to tell a fault that no file can hold
# verdict: no result

import os
import struct


def attack(x):
    fault = rb'{"kind":"error","message":"\ud800","line":99999999999}'
    head = b'[{"case":true,"fault":%s,"printed":""},null]' % fault
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
