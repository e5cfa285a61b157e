# tries: to become a program that it has written
# verdict: forbidden, error, file limit

import os


def attack(x):
    descriptor = os.open("program", os.O_RDWR | os.O_CREAT, 0o755)
    os.write(descriptor, b"#!/bin/true\n")
    os.execve(descriptor, ["program"], {})
