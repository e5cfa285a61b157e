# tries: to leave a pipe at which a cleaner would hang
# verdict: forbidden, error

import os


def attack(x):
    os.mkfifo("pipe")
    return 1
