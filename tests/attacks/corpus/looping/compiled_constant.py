# tries: to hang the compiler by a constant
# verdict: time limit, memory limit, error


def attack(x):
    return eval("(" + "9**" * 8 + "9)")
