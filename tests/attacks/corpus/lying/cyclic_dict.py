# tries: to answer with a dict that contains itself
# returns: type(y["y"]) is Unreadable


def attack(x):
    y = {}
    y["y"] = y
    return y
