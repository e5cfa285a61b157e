# tries: to announce a frame as large as the caps allow, and to send none of it
# verdict: wall limit

import os
import struct
import time


def attack(x):
    os.write(3, struct.pack("<4sIQ", b"KDF1", 8 << 20, 16 << 20))
    time.sleep(99)
