# exercise: nlp/cbow
# mistake: predicts once from each context word
# name: predicts_from_each_word
# costs: everything
import numpy as np


def cbow_loss(context, target, W, W_out):
    loss, dW, dW_out = 0, np.zeros_like(W), np.zeros_like(W_out)
    for c in context:
        y = W_out.T @ W[c]
        p = np.exp(y) / np.exp(y).sum()
        loss -= np.log(p[target])
        p[target] -= 1
        dW[c] += W_out @ p
        dW_out += np.outer(W[c], p)
    return loss, dW, dW_out
