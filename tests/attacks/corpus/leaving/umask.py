# tries: to leave a mask by which nobody can read what is written
# returns: y == 1

import os


def attack(x):
    os.umask(0o777)
    return 1
