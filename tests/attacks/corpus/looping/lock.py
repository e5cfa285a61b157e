# tries: to wait for a lock that nobody gives back
# verdict: wall limit

import threading


def attack(x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
