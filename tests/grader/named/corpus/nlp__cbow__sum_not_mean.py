# exercise: nlp/cbow
# mistake: the hidden code is the sum of the context
# name: sum_not_mean
# costs: everything
import numpy as np



def cbow_loss(context, target, W, W_out):
    h = W[context].sum(axis=0)
    s = h @ W_out
    s = s - s.max()
    p = np.exp(s) / np.exp(s).sum()
    loss = np.log(np.exp(s).sum()) - s[target]
    p[target] -= 1
    dW = np.zeros_like(W)
    np.add.at(dW, context, W_out @ p)
    return loss, dW, np.outer(h, p)
