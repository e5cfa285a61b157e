# tries: to answer with a dict nested 100,000 deep
# returns: "deep" in str(y)


def attack(x):
    y = {}
    for _ in range(100_000):
        y = {"a": y}
    return y
