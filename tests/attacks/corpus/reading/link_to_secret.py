# tries: to read through a link of its own
# verdict: forbidden, error

import os


def attack(x):
    os.symlink("@CLASS@/secret", "s")
    return open("s").read()
