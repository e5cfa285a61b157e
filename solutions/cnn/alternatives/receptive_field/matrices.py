"""Going back through a layer is an affine map of a row's number, so a stack is a product of 2 by 2 matrices.

A map row -> s row + t is [[s, t], [0, 1]]; first and last rows have the same s and another t.
"""

import numpy as np


def affine_maps(layers):
    first = last = np.eye(2, dtype=int)
    for layer in layers:
        k, s, p = layer["kernel"], layer["stride"], layer["padding"]
        first = first @ np.array([[s, -p], [0, 1]])
        last = last @ np.array([[s, k - 1 - p], [0, 1]])
    return first, last


def receptive_field(layers):
    first, last = affine_maps(layers)
    return (last - first)[0, 1] + 1


def receptive_range(layers, positions):
    columns = np.vstack([positions, np.ones_like(positions)])
    return [(one @ columns)[0] for one in affine_maps(layers)]
