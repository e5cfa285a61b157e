# tries: to read what the kernel says of the machine
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir("/sys/class/net") + os.listdir("/proc/net")
