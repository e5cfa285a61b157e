# tries: to answer with two to the sixtieth references
# verdict: output limit, time limit


def attack(x):
    y = [1]
    for _ in range(60):
        y = [y, y]
    return y
