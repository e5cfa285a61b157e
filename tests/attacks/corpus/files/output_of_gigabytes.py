# tries: to print ten gigabytes
# verdict: output limit, time limit


def attack(x):
    for _ in range(10_000):
        print("x" * (1 << 20))
