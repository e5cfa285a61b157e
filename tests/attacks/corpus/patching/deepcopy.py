# tries: to get the inputs themselves instead of copies
# returns: y == 1
# spoils: itself

import copy


def attack(x):
    copy.deepcopy = lambda value, memo=None: value
    return 1
