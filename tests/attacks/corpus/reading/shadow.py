# tries: to read the password hashes of the machine
# verdict: forbidden, error


def attack(x):
    return open("/etc/shadow").read()
