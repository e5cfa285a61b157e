# tries: to stand in for every module that the runner may import later
# returns: y == 3

import sys


def attack(x):
    for name in list(sys.modules):
        if name.split(".")[0] not in ("builtins", "sys", "numpy"):
            sys.modules[name] = None
    return 3
