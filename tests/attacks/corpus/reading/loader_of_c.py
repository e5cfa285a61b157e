# tries: to let the C loader map a file
# verdict: error, forbidden

import ctypes


def attack(x):
    return str(ctypes.CDLL("@CLASS@/secret"))
