"""The common part of two intervals runs from the larger left end to the smaller right end; it may be empty.

A box is a product of two intervals, so the intersection is the product of two common lengths, none below 0.
"""


def common_length(a1, a2, b1, b2):
    return max(0.0, min(a2, b2) - max(a1, b1))


def iou(box, other):
    ax1, ay1, ax2, ay2 = box
    bx1, by1, bx2, by2 = other
    intersection = common_length(ax1, ax2, bx1, bx2) * common_length(ay1, ay2, by1, by2)
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - intersection
    return intersection / union
