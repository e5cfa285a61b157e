# tries: to patch builtins
# verdict: no result, error, wall limit, time limit
# returns: y == 3
# spoils: itself

import builtins


def attack(x):
    builtins.isinstance = builtins.len = builtins.type = lambda *a: 1
    return 3
