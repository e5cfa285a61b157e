# tries: to write beside the work folder
# verdict: forbidden, error


def attack(x):
    open("../escaped", "w").close()
    return 1
