"""The intersection runs from the larger first corner to the smaller second one, in both directions.

|A or B| = |A| + |B| - |A and B|, and IoU is the quotient of the two areas.
"""


def solve(p):
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = p.box, p.other
    intersection = (min(ax2, bx2) - max(ax1, bx1)) * (min(ay2, by2) - max(ay1, by1))
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - intersection
    return {"intersection": intersection, "union": union, "iou": intersection / union}
