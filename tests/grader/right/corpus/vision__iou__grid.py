# exercise: vision/iou
# style: counts cells of a fine grid
import numpy as np
def iou(box, other):
    b = np.round(np.array([box, other]) * 10, 6)
    lo = np.floor(b.min()) ; b = b - lo
    hi = int(np.ceil(b.max())) + 1
    masks = []
    for x1, y1, x2, y2 in b.round().astype(int):
        m = np.zeros((hi, hi), bool); m[y1:y2, x1:x2] = True; masks.append(m)
    return np.mean(masks[0] & masks[1]) / np.mean(masks[0] | masks[1])
