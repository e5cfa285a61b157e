# tries: to make a pair of sockets
# verdict: forbidden

import socket


def attack(x):
    socket.socketpair()
    return 1
