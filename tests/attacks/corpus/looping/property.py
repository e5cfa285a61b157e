# tries: to loop when the method that is called is looked up
# verdict: time limit, error


def attack(x):
    class Slow:
        def __getattribute__(self, name):
            while True:
                pass
    return Slow().y
