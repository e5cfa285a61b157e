# tries: to answer with a list that contains itself
# returns: type(y) is Unreadable


def attack(x):
    y = [1]
    y.append(y)
    return y
