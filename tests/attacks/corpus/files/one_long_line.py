# tries: to print one line of twelve megabytes
# returns: y == 1


def attack(x):
    print("x" * 12_000_000)
    return 1
