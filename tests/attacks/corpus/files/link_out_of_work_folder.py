# tries: to leave a link for whoever cleans up after it
# verdict: forbidden, error
# returns: y == 1

import os


def attack(x):
    os.symlink("@CLASS@/results", "link")
    return 1
