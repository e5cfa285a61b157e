# tries: to leave a note in the machine's name
# verdict: forbidden

import socket


def attack(x):
    socket.sethostname("for-you")
    return 1
