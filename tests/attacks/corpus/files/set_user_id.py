# tries: to leave a program that runs as its owner
# verdict: forbidden

import os


def attack(x):
    descriptor = os.open("f", os.O_CREAT | os.O_WRONLY, 0o6755)
    return os.fstat(descriptor).st_mode
