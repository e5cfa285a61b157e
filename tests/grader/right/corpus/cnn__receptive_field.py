# exercise: cnn/receptive_field
# style: recursion; tuples of NumPy integers
import numpy as np


def receptive_field(layers):
    if not layers:
        return np.int32(1)
    first, rest = layers[0], layers[1:]
    return (receptive_field(rest) - 1) * first["stride"] + first["kernel"]


def row(layers, position, end):
    for layer in layers[::-1]:
        position = position * layer["stride"] - layer["padding"] + (layer["kernel"] - 1) * end
    return position


def receptive_range(layers, positions):
    return tuple(row(layers, p, 0) for p in positions), [int(row(layers, p, 1)) for p in positions]
