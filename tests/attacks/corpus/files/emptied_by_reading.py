# tries: to empty a file that it may only read
# verdict: forbidden, error

import os


def attack(x):
    os.close(os.open("@CLASS@/results/scores.csv", os.O_RDONLY | os.O_TRUNC))
    return 1
