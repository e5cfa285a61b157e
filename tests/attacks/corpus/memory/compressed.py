# tries: to unpack a bomb
# verdict: memory limit, time limit

import zlib


def attack(x):
    data = zlib.compress(bytes(1 << 24), 1)
    held = []
    while True:
        held.append(zlib.decompress(data))
