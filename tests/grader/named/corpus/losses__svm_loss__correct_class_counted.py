# exercise: losses/svm_loss
# mistake: the correct class is not skipped
# name: correct_class_counted
import numpy as np



def svm_loss(x, y):
    n, c = x.shape
    right = x[np.arange(n), y].reshape(n, 1)
    margins = np.maximum(0, x - right + 1)
    active = (x - right + 1 > 0).astype(float)
    active[np.arange(n), y] = 0
    active[np.arange(n), y] = -active.sum(axis=1)
    return margins.sum() / n, active / n
