# tries: to hide files in a folder that nobody may list, for the next student to find
# verdict: file limit, time limit, wall limit
# returns: y == 1

import os


def attack(x):
    os.mkdir("hidden", 0o300)
    with open("hidden/left", "w") as file:
        file.write("for you")
    return 1
