# tries: to send a number of three thousand digits, and a long one that Python will not print
# returns: type(y) is not float
# spoils: itself

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",%s]]}]' % (b"9" * 3000)
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
