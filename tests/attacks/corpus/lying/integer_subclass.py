# tries: to answer with an integer that says another one
# returns: y == 2 and type(y) is int


def attack(x):
    class Liar(int):
        def __index__(s): return 99
        def __int__(s): return 99
        def bit_length(s): return 0
    return Liar(2)
