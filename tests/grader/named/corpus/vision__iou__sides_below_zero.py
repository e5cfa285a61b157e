# exercise: vision/iou
# mistake: boxes that do not meet have a positive area
# name: sides_below_zero
import numpy as np



def iou(box, other):
    w = min(box[2], other[2]) - max(box[0], other[0])
    h = min(box[3], other[3]) - max(box[1], other[1])
    both = w * h
    area = lambda b: (b[2] - b[0]) * (b[3] - b[1])
    return both / (area(box) + area(other) - both)
