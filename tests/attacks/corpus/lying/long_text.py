# tries: to answer with nine million characters
# verdict: output limit


def attack(x):
    return "x" * 9_000_000
