# tries: to make a file look new
# verdict: forbidden, error

import os


def attack(x):
    os.utime("@CLASS@/results/scores.csv", (1, 1))
    return 1
