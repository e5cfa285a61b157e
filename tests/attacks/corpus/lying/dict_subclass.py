# tries: to answer with a dict that has other items each time
# returns: y == {"a": 1} and type(y) is dict


def attack(x):
    class Liar(dict):
        def items(s): return [("a", 99)]
        def __iter__(s): return iter(["lie"])
        keys = __len__ = None
    return Liar(a=1)
