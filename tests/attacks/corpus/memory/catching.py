# tries: to fill the memory, and to go on whatever is raised
# verdict: time limit, memory limit, crashed


def attack(x):
    a = []
    while True:
        try:
            a.append(bytearray(1 << 22))
        except MemoryError:
            pass
