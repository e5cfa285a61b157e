# tries: to put a file in the place of the channel
# verdict: no result

import os


def attack(x):
    os.dup2(os.open("f", os.O_RDWR | os.O_CREAT), 3)
    return x
