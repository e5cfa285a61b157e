# tries: to keep every result from being written
# verdict: wall limit, no result
# spoils: itself

import os


def attack(x):
    os.write = lambda *a: 99
    return 3
