# tries: to copy a classmate's submission
# verdict: forbidden, error


def attack(x):
    return open("@CLASS@/submissions/honest.py").read()
