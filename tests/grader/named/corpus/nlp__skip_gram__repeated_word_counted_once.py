# exercise: nlp/skip_gram
# mistake: dy[context] -= 1 acts once on a repeated index
# name: repeated_word_counted_once
import numpy as np


def skip_gram_loss(center, context, W, W_out):
    h = W[center]
    y = h @ W_out
    log_p = y - np.log(np.sum(np.exp(y)))
    loss = -sum(log_p[c] for c in context)
    dy = len(context) * np.exp(log_p)
    dy[context] -= 1
    dW = np.zeros_like(W)
    dW[center] = W_out @ dy
    return loss, dW, h[:, None] @ dy[None, :]
