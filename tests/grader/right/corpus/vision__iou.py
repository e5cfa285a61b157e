# exercise: vision/iou
# style: a named tuple, sets of intervals, an integer 0, an array of one element
from collections import namedtuple

import numpy as np

Box = namedtuple("Box", ["left", "top", "right", "bottom"])


def iou(box, other):
    a, b = Box(*box), Box(*other)
    w, h = (np.clip(min(p, q) - max(r, s), 0, None) for p, q, r, s in [(a.right, b.right, a.left, b.left), (a.bottom, b.bottom, a.top, b.top)])
    if w * h == 0:
        return 0
    size = lambda c: (c.right - c.left) * (c.bottom - c.top)
    return np.array([1 / ((size(a) + size(b)) / (w * h) - 1)])
