# tries: to backtrack for ever in a regular expression
# verdict: time limit

import re


def attack(x):
    re.match("(a+)+$", "a" * 99 + "b")
