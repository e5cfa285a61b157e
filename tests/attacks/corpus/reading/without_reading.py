# tries: to open a path for no access, and to read it by that descriptor
# verdict: forbidden, error

import os


def attack(x):
    descriptor = os.open("@CLASS@/secret", os.O_PATH)
    return open(f"/proc/self/fd/{descriptor}").read()
