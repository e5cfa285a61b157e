# exercise: cnn/receptive_field
# mistake: 1 + sum(k - 1)
# name: strides_ignored
import numpy as np



def receptive_field(layers):
    size = 1
    for layer in layers:
        size += layer["kernel"] - 1
    return size


def receptive_range(layers, positions):
    first, last = np.array(positions), np.array(positions)
    for layer in reversed(layers):
        first = first * layer["stride"] - layer["padding"]
        last = last * layer["stride"] - layer["padding"] + layer["kernel"] - 1
    return first, last
