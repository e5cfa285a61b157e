# tries: to close a file to its owner
# verdict: forbidden, error

import os


def attack(x):
    os.chmod("@CLASS@/results/scores.csv", 0)
    return 1
