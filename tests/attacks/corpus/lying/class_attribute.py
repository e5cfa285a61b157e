# tries: to answer with an object that says it is a float
# returns: type(y) is Unreadable


def attack(x):
    class Liar:
        __class__ = float
    return Liar()
