# tries: to read the kernel's messages
# verdict: forbidden, error

import ctypes


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.klogctl(3, ctypes.create_string_buffer(4096), 4096) < 0:
        raise OSError(ctypes.get_errno(), "refused")
