# tries: to make a device of its own
# verdict: forbidden, error

import os


def attack(x):
    os.mknod("disk", 0o060666, os.makedev(254, 0))
    return 1
