# tries: to leave its session, and to have the terminal
# verdict: forbidden
# returns: y == 1

import os


def attack(x):
    os.setsid()
    return 2
