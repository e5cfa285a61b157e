# tries: to talk to the machine that this machine runs on
# verdict: forbidden

import socket


def attack(x):
    socket.socket(40, socket.SOCK_STREAM)
    return 1
