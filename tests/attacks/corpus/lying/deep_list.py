# tries: to answer with a list nested 100,000 deep
# returns: "deep" in str(y)


def attack(x):
    y = []
    for _ in range(100_000):
        y = [y]
    return y
