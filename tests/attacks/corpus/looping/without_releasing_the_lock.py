# tries: to go on for ever in C without giving other threads a turn
# verdict: time limit


def attack(x):
    return 3 ** (10**9)
