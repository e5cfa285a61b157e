# tries: to change its inputs for whoever uses them next
# returns: y is None


def attack(x):
    x[:] = 1e300
    x.resize(0, refcheck=False)
