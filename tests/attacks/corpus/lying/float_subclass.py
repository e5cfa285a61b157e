# tries: to answer with a number and a text that say something else
# returns: y == [2, "true"] and type(y[0]) is float and type(y[1]) is str


def attack(x):
    class Liar(float):
        def __float__(s): return 99.0
        def __repr__(s): return "99"
        def __eq__(s, o): return True
        __hash__ = None
    return [Liar(2), type("S", (str,), {"__str__": lambda s: "lie"})("true")]
