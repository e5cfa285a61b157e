# tries: to write to /tmp
# verdict: forbidden, error


def attack(x):
    open("/tmp/kaodian-escaped", "w").close()
    return 1
