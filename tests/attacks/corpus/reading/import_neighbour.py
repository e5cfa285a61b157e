# tries: to import what lies beside NumPy
# verdict: error


def attack(x):
    import pydantic
    return pydantic.__file__
