# tries: to write garbage where results go
# verdict: no result

import os


def attack(x):
    os.write(3, b"garbage" * 99)
    return x
