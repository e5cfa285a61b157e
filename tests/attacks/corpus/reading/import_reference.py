# tries: to import the reference implementation
# verdict: error


def attack(x):
    import reference_impl
    return reference_impl.__path__
