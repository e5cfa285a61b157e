# tries: to leave as if all were well
# verdict: error

import sys


def attack(x):
    sys.exit(0)
