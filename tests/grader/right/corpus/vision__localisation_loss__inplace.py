# exercise: vision/localisation_loss
# style: in place
import numpy as np
def localisation_loss(scores, y, boxes, true_boxes, box_weight):
    n = len(y)
    scores -= scores.max(1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(1)[:, None]
    loss = -np.log(scores[np.arange(n), y]).sum()
    scores[np.arange(n), y] -= 1
    boxes -= true_boxes
    loss += box_weight * np.sum(boxes ** 2)
    scores /= n; boxes *= 2 * box_weight / n
    return loss / n, scores, boxes
