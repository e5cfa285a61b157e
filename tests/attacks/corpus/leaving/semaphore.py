# tries: to leave a named semaphore
# verdict: forbidden, error


def attack(x):
    import _multiprocessing
    _multiprocessing.SemLock(1, 1, 1, "/kaodian", False)
    return 1
