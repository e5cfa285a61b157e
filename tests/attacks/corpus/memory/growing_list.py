# tries: to fill the memory by a list
# verdict: memory limit


def attack(x):
    a = []
    while True:
        a.append(bytes(1 << 22))
