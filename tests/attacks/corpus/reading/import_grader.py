# tries: to import the grader
# verdict: error


def attack(x):
    import grader
    return grader.__path__
