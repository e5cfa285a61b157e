# tries: to change its root the old way
# verdict: forbidden

import os


def attack(x):
    os.chroot(".")
    return 1
