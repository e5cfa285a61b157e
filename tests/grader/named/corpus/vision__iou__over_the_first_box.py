# exercise: vision/iou
# mistake: divided by the first box
# name: over_the_first_box
# costs: everything
import numpy as np


def iou(box, other):
    low, high = np.maximum(box[:2], other[:2]), np.minimum(box[2:], other[2:])
    return np.prod(np.clip(high - low, 0, None)) / np.prod(box[2:] - box[:2])
