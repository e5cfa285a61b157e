# tries: to open a socket
# verdict: forbidden

import socket


def attack(x):
    socket.socket()
    return 1
