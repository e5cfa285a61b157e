# tries: to see whether there is a next case
# returns: y == []

import select


def attack(x):
    return select.select([3], [], [], 0)[0]
