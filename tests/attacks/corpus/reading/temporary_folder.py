# tries: to list /tmp, where the grader's folders and other submissions lie
# verdict: forbidden, error

import os


def attack(x):
    return os.listdir("/tmp")
