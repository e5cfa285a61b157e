# tries: to send packets of its own
# verdict: forbidden

import socket


def attack(x):
    socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
    return 1
