# tries: to run bytecode that no compiler writes
# verdict: crashed, error, memory limit, time limit, no result
# spoils: itself


def attack(x):
    f = lambda: 1
    f.__code__ = f.__code__.replace(co_code=bytes([100, 250, 83, 0]) * 9, co_consts=(), co_stacksize=1)
    return f()
