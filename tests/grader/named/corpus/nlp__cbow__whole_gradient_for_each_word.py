# exercise: nlp/cbow
# mistake: mean forward, the whole gradient back
# name: whole_gradient_for_each_word
import numpy as np


def cbow_loss(context, target, W, W_out):
    h = sum(W[c] for c in context) / len(context)
    p = np.exp(h @ W_out)
    p = p / p.sum()
    loss = -np.log(p[target])
    p[target] -= 1
    dh = W_out @ p
    dW = np.zeros_like(W)
    for c in context:
        dW[c] += dh
    return loss, dW, h.reshape(-1, 1) @ p.reshape(1, -1)
