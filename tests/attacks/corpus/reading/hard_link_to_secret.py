# tries: to read through a hard link of its own
# verdict: forbidden, error

import os


def attack(x):
    os.link("@CLASS@/secret", "s")
    return open("s").read()
