# tries: to go on for ever in C
# verdict: time limit

import itertools


def attack(x):
    sum(itertools.repeat(1))
