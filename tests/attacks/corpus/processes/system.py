# tries: to run a shell
# returns: y != 0

import os


def attack(x):
    return os.system("true")
