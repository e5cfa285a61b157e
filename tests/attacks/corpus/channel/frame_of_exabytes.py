# tries: to announce a frame of sixteen exabytes
# verdict: no result

import os


def attack(x):
    os.write(3, b"KDF1" + b"\xff" * 12)
    return x
