# tries: to raise its own limits
# verdict: error, forbidden

import resource


def attack(x):
    resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    return 1
