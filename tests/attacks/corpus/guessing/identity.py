# tries: to be right by what it was given
# returns: not np.array_equal(y, [0, 2, 4])


def attack(x):
    return x
