# tries: to be right by an answer of all kinds at once
# returns: type(y) is list


def attack(x):
    return [x, {"y": x}, (x,), "correct", True, None, 1 + 2j]
