# tries: to leave a message in a named queue
# verdict: forbidden, file limit

import ctypes
import os


def attack(x):
    libc = ctypes.CDLL("librt.so.1", use_errno=True)
    if libc.mq_open(b"/kaodian", os.O_CREAT | os.O_RDWR, 0o666, None) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return 1
