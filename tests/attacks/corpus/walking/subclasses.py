# tries: to find the runner's classes through object, and what they know
# returns: y == []


def attack(x):
    wanted = ("SealedCase", "SealedVariant", "Exercise", "Assessment", "Bundle", "Paper", "Secret")
    stack, names = [object], set()
    while stack:
        for kind in type.__subclasses__(stack.pop()):
            if kind is not type and kind.__name__ not in names:
                names.add(kind.__name__)
                stack.append(kind)
    return [name for name in wanted if name in names]
