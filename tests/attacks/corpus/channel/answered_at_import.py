# tries: to answer for its file, its answers and all its cases before it is asked
# import: crashed, no result, wall limit
# verdict: wall limit, no result, missing name
# returns: y == 41
# spoils: itself

import os
import struct
import time


def write(head):
    os.write(3, struct.pack("<4sIQ", b"KDF1", len(head), 0) + head)
write(b'[{"cell":0,"fault":null,"printed":""},null]')
write(b'[{"cell":1,"fault":null,"printed":""},null]')
write(b'[{"answers":true,"fault":null,"printed":""},{"d":[["q",41]]}]')
for _ in range(9):
    write(b'[{"case":true,"fault":null,"printed":""},{"d":[["y",41]]}]')
time.sleep(99)
