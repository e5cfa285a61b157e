# tries: to watch other processes by performance counters
# verdict: forbidden

import ctypes
import platform


def attack(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall({"x86_64": 298, "aarch64": 241}[platform.machine()], bytes(112), 0, -1, -1, 0)
    return 1
