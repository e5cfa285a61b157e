# tries: to answer with text that no file can hold
# returns: y == "?x?x?"


def attack(x):
    return "\ud800x\udfffx\udc80"
