# tries: to send a descriptor to the grader
# verdict: forbidden, error

import socket
import struct


def attack(x):
    socket.socket(fileno=3, family=socket.AF_UNIX, type=socket.SOCK_STREAM).sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack("i", 0))])
    return 1
