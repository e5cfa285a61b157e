# tries: to answer with an integer that takes minutes to print
# returns: type(y) is Unreadable


def attack(x):
    return 1 << (1 << 24)
