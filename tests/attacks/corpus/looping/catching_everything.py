# tries: to go on for ever whatever is raised
# verdict: time limit


def attack(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
