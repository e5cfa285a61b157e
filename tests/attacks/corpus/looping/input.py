# tries: to wait for somebody to type
# verdict: error


def attack(x):
    return input()
