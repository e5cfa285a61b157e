# tries: to make a million files
# verdict: file limit, time limit

import itertools


def attack(x):
    for i in itertools.count():
        open(str(i), "w").close()
