# tries: to answer with a dict of keys that raise
# returns: type(y) is Unreadable


def attack(x):
    class Key:
        def __hash__(s): return 1
        def __eq__(s, o): raise SystemExit
    return {Key(): 1, Key: 2}
