"""Corners as rows of arrays: the larger first corner and the smaller second one bound what both share."""

import numpy as np


def iou(box, other):
    first, second = np.float32([box, other]).reshape(2, 2, 2).transpose(1, 0, 2)
    sides = second - first
    shared = np.minimum.reduce(second) - np.maximum.reduce(first)
    if np.any(shared <= 0):
        return 0
    intersection = np.multiply.reduce(shared)
    return intersection / (sides.prod(axis=1).sum() - intersection)
