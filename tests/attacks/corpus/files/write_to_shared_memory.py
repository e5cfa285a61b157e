# tries: to leave a file in shared memory
# verdict: forbidden, error


def attack(x):
    open("/dev/shm/kaodian-escaped", "w").close()
    return 1
