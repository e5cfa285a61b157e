# tries: to read the exercise with its hidden cases where kaodian is checked out
# verdict: forbidden, error


def attack(x):
    return open("@CHECKOUT@/exercises/losses/softmax_loss.py").read()
