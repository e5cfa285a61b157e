"""Follow an output back: rows a to b of a layer come from rows a s - P to b s - P + k - 1 of its input.

The size needs no padding: starting with one row, a layer turns r rows into (r - 1) s + k.
"""


def receptive_field(layers):
    rows = 1
    for layer in reversed(layers):
        rows = (rows - 1) * layer["stride"] + layer["kernel"]
    return rows


def receptive_range(layers, positions):
    first, last = list(positions), list(positions)
    for layer in reversed(layers):
        k, s, p = layer["kernel"], layer["stride"], layer["padding"]
        first = [row * s - p for row in first]
        last = [row * s - p + k - 1 for row in last]
    return first, last
