# tries: to read the names of the machine's users
# verdict: forbidden, error


def attack(x):
    return open("/etc/passwd").read()
