# exercise: vision/localisation_loss
# mistake: the box loss is a mean over the four coordinates
# name: mean_over_coordinates
import numpy as np



def localisation_loss(scores, y, boxes, true_boxes, box_weight):
    N = len(y)
    s = scores - scores.max(1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(1, keepdims=True))
    d = boxes - true_boxes
    loss = -logp[np.arange(N), y].mean() + box_weight * (d**2).mean(axis=1).mean()
    ds = np.exp(logp)
    ds[np.arange(N), y] -= 1
    return loss, ds / N, box_weight * 2 * d / d.shape[1] / N
