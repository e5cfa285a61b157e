# tries: to grow the list while it is written
# returns: len(y) == 2


def attack(x):
    class Grow(list):
        def __iter__(s):
            while True:
                s.append(1)
                yield 1
    return Grow([1, 2])
