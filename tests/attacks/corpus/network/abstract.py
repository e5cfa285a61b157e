# tries: to meet another submission at an abstract address
# verdict: forbidden

import socket


def attack(x):
    socket.socket(socket.AF_UNIX).bind("\0kaodian")
    return 1
