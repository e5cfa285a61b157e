# tries: to climb out of the work folder
# verdict: forbidden, error


def attack(x):
    return open("../" * 30 + "@CLASS@/secret").read()
