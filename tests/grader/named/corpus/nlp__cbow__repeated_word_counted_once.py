# exercise: nlp/cbow
# mistake: a word twice in the context counts once in the gradient
# name: repeated_word_counted_once
import numpy as np



def cbow_loss(context, target, W, W_out):
    C = len(context)
    h = W[context].mean(0)
    y = h.dot(W_out)
    y -= np.max(y)
    loss = -y[target] + np.log(np.sum(np.exp(y)))
    e = np.exp(y) / np.sum(np.exp(y))
    e[target] -= 1
    dW = np.zeros(W.shape)
    dW[context] += W_out.dot(e) / C
    return loss, dW, h[:, None] * e[None, :]
