# tries: to hang by names that are resolved one after another
# verdict: time limit, error


def attack(x):
    class Chain:
        def __getattr__(self, name):
            return Chain()
    y = Chain()
    while True:
        y = y.next
