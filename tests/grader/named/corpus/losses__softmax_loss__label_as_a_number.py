# exercise: losses/softmax_loss
# mistake: subtracts the label as a number
# name: label_as_a_number
import numpy as np



def softmax_loss(x, y):
    n = len(y)
    m = x.max(axis=1, keepdims=True)
    logp = x - m - np.log(np.exp(x - m).sum(axis=1, keepdims=True))
    loss = -sum(logp[i, y[i]] for i in range(n)) / n
    return loss, (np.exp(logp) - y.reshape(-1, 1)) / n
