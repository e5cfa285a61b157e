# exercise: vision/iou
# mistake: +1 on the widths of the areas and of the intersection
# name: pixel_added
# costs: everything
def area(x1, y1, x2, y2):
    return max(0, x2 - x1 + 1) * max(0, y2 - y1 + 1)


def iou(box, other):
    both = area(max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3]))
    return both / (area(*box) + area(*other) - both)
