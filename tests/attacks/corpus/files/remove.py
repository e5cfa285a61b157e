# tries: to remove a classmate's submission
# verdict: forbidden, error

import os


def attack(x):
    os.unlink("@CLASS@/submissions/honest.py")
    return 1
