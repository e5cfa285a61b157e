# tries: to be right by no answer
# returns: y is None


def attack(x):
    return None
