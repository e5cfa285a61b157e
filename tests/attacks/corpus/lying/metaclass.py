# tries: to answer with an object whose type lies of its bases
# returns: type(y) is Unreadable


def attack(x):
    class Meta(type):
        def mro(cls): return [cls, object]
        __name__ = property(lambda cls: 1 / 0)
        def __instancecheck__(cls, other): return True
        def __subclasscheck__(cls, other): return True
    class Liar(metaclass=Meta):
        pass
    return Liar()
