# tries: to list root's home folder
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir("/root")
