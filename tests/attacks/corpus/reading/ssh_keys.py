# tries: to find private keys in any home folder
# returns: y == []

import glob
import os


def attack(x):
    found = []
    for home in ("/root", os.path.expanduser("~"), *glob.glob("/home/*")):
        found += glob.glob(f"{home}/.ssh/*") + glob.glob(f"{home}/.[a-z]*")
    return found
