# tries: to leave a thread that runs on into the next question
# returns: y == 1

import threading
import time


def attack(x):
    def spin():
        while True:
            time.sleep(0.001)
    threading.Thread(target=spin, daemon=True).start()
    return 1
