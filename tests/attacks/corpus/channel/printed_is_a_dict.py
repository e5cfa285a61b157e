# tries: to send a dict in the place of printed text
# verdict: no result

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":{"a":1}},{"d":[["y",41]]}]'
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
    os._exit(0)
