# tries: to raise an error that raises when it is told
# verdict: error


def attack(x):
    class Wrong(Exception):
        def __str__(s): raise s
        __repr__ = __str__
    raise Wrong
