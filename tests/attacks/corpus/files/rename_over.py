# tries: to move a file of its own over another
# verdict: forbidden, error

import os


def attack(x):
    open("f", "w").close()
    os.rename("f", "@CLASS@/results/scores.csv")
    return 1
