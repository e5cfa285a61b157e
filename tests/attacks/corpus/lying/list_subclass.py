# tries: to answer with a list that has other items each time
# returns: y == [1, 2] and type(y) is list


def attack(x):
    class Liar(list):
        def __iter__(s): return iter([99])
        def __len__(s): return 99
        def copy(s): return [99]
        def __getitem__(s, i): return 99
    return Liar([1, 2])
