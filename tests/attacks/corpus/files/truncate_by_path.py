# tries: to empty a file that it cannot open
# verdict: forbidden, error

import os


def attack(x):
    os.truncate("@CLASS@/results/scores.csv", 0)
    return 1
