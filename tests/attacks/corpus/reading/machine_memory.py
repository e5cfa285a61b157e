# tries: to read the machine's memory
# verdict: forbidden, error

import os


def attack(x):
    return os.read(os.open("/dev/mem", os.O_RDONLY), 64)
