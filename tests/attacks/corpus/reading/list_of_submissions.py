# tries: to list the class
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir("@CLASS@/submissions")
