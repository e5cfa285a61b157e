# tries: to read another process's memory by a system call
# verdict: forbidden

import ctypes
import os


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.process_vm_readv(os.getppid() or 1, 0, 0, 0, 0, 0)
    return 1
