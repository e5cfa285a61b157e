# tries: to start threads for ever
# verdict: process limit

import threading
import time


def attack(x):
    while True:
        threading.Thread(target=time.sleep, args=(99,)).start()
