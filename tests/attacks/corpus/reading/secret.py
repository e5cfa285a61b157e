# tries: to read the secret that hidden cases are drawn from
# verdict: forbidden, error


def attack(x):
    return open("@CLASS@/secret").read()
