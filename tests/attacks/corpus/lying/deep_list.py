# tries: to answer with a list nested 100,000 deep
# returns: type(y) is Unreadable


def attack(x):
    y = []
    for _ in range(100_000):
        y = [y]
    return y
