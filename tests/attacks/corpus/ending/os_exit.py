# tries: to leave without a word
# verdict: no result

import os


def attack(x):
    os._exit(0)
