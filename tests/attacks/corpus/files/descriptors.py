# tries: to open more than its share
# verdict: file limit


def attack(x):
    held = [open("f", "w") for _ in range(999)]
