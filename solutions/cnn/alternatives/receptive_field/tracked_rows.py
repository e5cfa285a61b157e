"""A layer's rows are followed back as sets: which rows of the input the output's row has ever touched.

For stacks with gaps between windows the field is what lies from the least of these to the greatest.
"""


def touched(layers, row):
    rows = {int(row)}
    for layer in layers[::-1]:
        rows = {
            r * layer["stride"] - layer["padding"] + offset for r in rows for offset in range(layer["kernel"])
        }
    return rows


def receptive_field(layers):
    rows = touched(layers, 0)
    return max(rows) - min(rows) + 1


def receptive_range(layers, positions):
    every = [touched(layers, position) for position in positions]
    return [*map(min, every)], tuple(map(max, every))
