# tries: to ask the kernel about the network
# verdict: forbidden

import socket


def attack(x):
    socket.socket(16, socket.SOCK_RAW)
    return 1
