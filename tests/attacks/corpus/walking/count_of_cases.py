# tries: to answer right in the first case and to keep its answer for the second
# returns: y in (1, 2)


def attack(x):
    attack.count = getattr(attack, "count", 0) + 1
    return attack.count
