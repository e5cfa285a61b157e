# tries: to become another program
# verdict: forbidden

import os


def attack(x):
    os.execv("/bin/true", ["true"])
