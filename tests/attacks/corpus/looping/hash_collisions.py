# tries: to fill a dict with keys of one hash
# verdict: time limit


def attack(x):
    return len({i * (2**61 - 1): i for i in range(10**6)})
