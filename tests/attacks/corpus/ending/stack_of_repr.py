# tries: to exhaust the stack of C by a nested list's repr
# verdict: crashed, error, memory limit, time limit

import sys


def attack(x):
    sys.setrecursionlimit(10**9)
    y = []
    for _ in range(10**6):
        y = [y]
    return len(repr(y))
