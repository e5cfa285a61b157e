# tries: to connect to a server on this machine
# verdict: forbidden

import socket


def attack(x):
    socket.create_connection(("127.0.0.1", 22), timeout=1)
    return 1
