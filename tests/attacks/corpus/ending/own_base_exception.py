# tries: to slip past every handler
# verdict: error


def attack(x):
    class Out(BaseException):
        pass
    raise Out
