# tries: to read the disk itself
# verdict: forbidden, error

import os


def attack(x):
    for name in ("vda", "sda", "nvme0n1", "xvda"):
        try:
            return os.read(os.open(f"/dev/{name}", os.O_RDONLY), 512)
        except FileNotFoundError:
            pass
    raise FileNotFoundError("no disk")
