# exercise: nlp/word2vec_loss
# style: gradients by central differences
import numpy as np
# central differences
def f(h, k, U):
    y = U @ h
    return np.logaddexp.reduce(y - y[k])
def neg(fun, x, e=1e-6):
    g = np.zeros_like(x)
    for ix in np.ndindex(x.shape):
        old = x[ix]; x[ix] = old + e; a = fun(); x[ix] = old - e; b = fun(); x[ix] = old
        g[ix] = (a - b) / 2 / e
    return g
def naive_softmax_loss(h, k, U):
    return f(h, k, U), neg(lambda: f(h, k, U), h), neg(lambda: f(h, k, U), U)
