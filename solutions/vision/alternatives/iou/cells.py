"""The sides cut the plane into cells; areas of the cells in both boxes, over those of cells in either."""

import numpy as np


def iou(box, other):
    xs, ys = np.sort([*box[::2], *other[::2]]), np.sort([*box[1::2], *other[1::2]])
    areas = np.outer(np.diff(xs), np.diff(ys))
    x, y = (xs[1:] + xs[:-1]) / 2, (ys[1:] + ys[:-1]) / 2
    one, two = (
        np.logical_and.outer((x1 < x) & (x < x2), (y1 < y) & (y < y2)) for x1, y1, x2, y2 in (box, other)
    )
    return areas[one & two].sum() / areas[one | two].sum()
