# tries: to read its own memory map, for the addresses to attack
# verdict: forbidden, error


def attack(x):
    return open("/proc/self/maps").read()
