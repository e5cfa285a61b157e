# tries: to leave a secret in the kernel's keyring
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 248, "aarch64": 217}[platform.machine()], b"user", b"kaodian", b"for you", 7, -4)
    return 1
