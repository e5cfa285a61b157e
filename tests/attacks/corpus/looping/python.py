# tries: to go on for ever
# verdict: time limit


def attack(x):
    while True:
        pass
