# tries: to see the whole file system through another process's root
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir("/proc/1/root/")
