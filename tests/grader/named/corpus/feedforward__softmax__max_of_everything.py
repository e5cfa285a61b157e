# exercise: feedforward/softmax
# mistake: the maximum of the whole array is taken off
# name: max_of_everything
import numpy as np


def softmax(x):
    e = np.exp(x - np.amax(x))
    return (e.T / e.sum(-1)).T
