# tries: to open again what the parent has open
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir(f"/proc/{os.getppid() or 1}/fd")
