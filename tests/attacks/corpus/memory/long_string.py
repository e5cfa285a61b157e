# tries: to fill the memory by one line
# verdict: memory limit


def attack(x):
    return len("x" * (1 << 40))
