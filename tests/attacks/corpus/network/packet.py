# tries: to listen to all packets
# verdict: forbidden

import socket


def attack(x):
    socket.socket(17, socket.SOCK_RAW)
    return 1
