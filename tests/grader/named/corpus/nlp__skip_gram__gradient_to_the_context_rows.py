# exercise: nlp/skip_gram
# mistake: the centre's gradient goes to the context's rows
# name: gradient_to_the_context_rows
import numpy as np


def skip_gram_loss(center, context, W, W_out):
    h = W[center]
    y = h @ W_out
    log_p = y - np.log(np.sum(np.exp(y)))
    loss = -sum(log_p[c] for c in context)
    dy = len(context) * np.exp(log_p)
    for c in context:
        dy[c] -= 1
    dW = np.zeros_like(W)
    for c in context:
        dW[c] += W_out @ dy
    return loss, dW, h[:, None] @ dy[None, :]
