# tries: to sort by a key that never ends
# verdict: time limit

import itertools


def attack(x):
    return sorted([2, 1], key=lambda v: sum(itertools.repeat(1)))
