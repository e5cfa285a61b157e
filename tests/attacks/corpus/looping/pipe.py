# tries: to wait for itself
# verdict: wall limit

import os


def attack(x):
    os.read(os.pipe()[0], 1)
