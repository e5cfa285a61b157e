# tries: to become root
# verdict: forbidden

import os


def attack(x):
    os.setuid(0)
    return 1
