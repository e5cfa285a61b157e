# tries: to make the channel non-blocking, and to fill it
# verdict: no result, wall limit, output limit
# returns: y == [1] * 100000
# spoils: itself

import os


def attack(x):
    os.set_blocking(3, False)
    return [1] * 100_000
