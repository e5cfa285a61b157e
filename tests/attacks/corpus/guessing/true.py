# tries: to be right by a plain yes
# returns: y is True


def attack(x):
    return True
