# tries: to leave a file for the next student
# returns: y == ["left"]

import os


def attack(x):
    with open("left", "w") as file:
        file.write("for you")
    return os.listdir(".")
