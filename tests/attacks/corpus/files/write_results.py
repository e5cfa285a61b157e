# tries: to write its own score
# verdict: forbidden, error


def attack(x):
    with open("@CLASS@/results/scores.csv", "a") as file:
        file.write("me,100\n")
    return 1
