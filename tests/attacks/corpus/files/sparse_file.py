# tries: to make a file of a petabyte that takes no room
# verdict: file limit


def attack(x):
    with open("f", "wb") as file:
        file.truncate(1 << 50)
