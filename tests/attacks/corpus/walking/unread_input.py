# tries: to read the next case before this one is answered
# returns: y == "nothing"

import os


def attack(x):
    os.set_blocking(3, False)
    try:
        return os.read(3, 1 << 20).hex()
    except BlockingIOError:
        return "nothing"
    finally:
        os.set_blocking(3, True)
