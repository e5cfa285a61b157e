# tries: to list other processes
# verdict: forbidden, error
# returns: y == []

import os


def attack(x):
    return [name for name in os.listdir("/proc") if name.isdigit()]
