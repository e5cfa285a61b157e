# exercise: feedforward/softmax
# mistake: normalises over samples
# name: over_the_batch
# costs: everything
import numpy as np



def softmax(scores):
    z = scores - np.max(scores, axis=0)
    return np.exp(z) / np.exp(z).sum(axis=0)
