# tries: to stop in the middle of a frame
# verdict: wall limit

import os
import time


def attack(x):
    os.write(3, b"KDF1" + bytes(2))
    time.sleep(99)
