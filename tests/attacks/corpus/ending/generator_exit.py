# tries: to slip past by the interpreter's own exceptions
# verdict: error


def attack(x):
    raise GeneratorExit
