"""One term after another in bits, skipping zeros; the sum is turned into the base, in a one-element array."""

import numpy as np


def entropy(p, base):
    bits = np.zeros(1, dtype=np.float32)
    for chance in p:
        if chance == 0:
            continue
        bits += chance * np.log2(1 / chance)
    return bits / np.log2(base)
