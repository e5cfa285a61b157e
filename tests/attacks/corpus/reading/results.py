# tries: to read the scores so far
# verdict: forbidden, error


def attack(x):
    return open("@CLASS@/results/scores.csv").read()
