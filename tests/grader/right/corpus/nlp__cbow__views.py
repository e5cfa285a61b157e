# exercise: nlp/cbow
# style: results are views of one buffer
import numpy as np
def cbow_loss(context, target, W, W_out):
    h = np.add.reduce(W[context], 0) / len(context)
    y = h @ W_out
    p = np.exp(y); p /= p.sum()
    loss = -np.log(p[target:target+1])
    p[target] -= 1
    W[:] = np.bincount(context, minlength=len(W))[:, None] * (W_out @ p) / len(context)
    W_out[:] = np.outer(h, p)
    return loss, W, W_out
