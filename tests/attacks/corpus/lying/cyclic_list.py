# tries: to answer with a list that contains itself
# returns: type(y[1]) is Unreadable


def attack(x):
    y = [1]
    y.append(y)
    return y
