# tries: to write one huge file
# verdict: file limit


def attack(x):
    with open("f", "wb") as file:
        file.write(bytes(1 << 23))
