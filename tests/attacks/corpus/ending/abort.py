# tries: to abort in C
# verdict: crashed

import os


def attack(x):
    os.abort()
