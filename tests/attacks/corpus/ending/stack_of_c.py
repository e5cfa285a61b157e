# tries: to exhaust the stack of C
# verdict: crashed, memory limit, error, time limit

import sys


def attack(x):
    sys.setrecursionlimit(10**9)
    def f(): return f()
    f()
