# tries: to own the scores
# verdict: forbidden, error

import os


def attack(x):
    os.chown("@CLASS@/results/scores.csv", os.getuid(), os.getgid())
    return 1
