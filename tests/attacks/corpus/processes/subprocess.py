# tries: to start a program
# verdict: process limit, forbidden

import subprocess


def attack(x):
    subprocess.run(["/bin/true"])
