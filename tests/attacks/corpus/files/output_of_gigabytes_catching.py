# tries: to print ten gigabytes whatever is raised
# verdict: time limit


def attack(x):
    while True:
        try:
            print("x" * (1 << 20))
        except BaseException:
            pass
