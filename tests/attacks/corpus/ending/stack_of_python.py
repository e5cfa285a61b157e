# tries: to exhaust the stack by recursion
# verdict: error


def attack(x):
    def f(): return f()
    f()
