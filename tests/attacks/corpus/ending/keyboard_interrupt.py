# tries: to look like the person at the keyboard
# verdict: error


def attack(x):
    raise KeyboardInterrupt
