# tries: to make system calls by their 32-bit numbers
# verdict: forbidden, crashed, error

import ctypes
import mmap
import platform


def attack(x):
    if platform.machine() != "x86_64":
        raise OSError(1, "there are none")
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
