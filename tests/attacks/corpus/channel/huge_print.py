# tries: to send printed text of eight million characters for itself
# returns: y == 41
# spoils: itself

import os
import struct


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":"' + b"x" * 8_000_000 + b'"},{"d":[["y",41]]}]'
    frame = struct.pack("<4sIQ", b"KDF1", len(head), 0) + head
    while frame:
        frame = frame[os.write(3, frame):]
    os._exit(0)
