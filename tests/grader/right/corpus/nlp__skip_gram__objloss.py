# exercise: nlp/skip_gram
# style: numbers in arrays of objects
import numpy as np
# gradients by exact sums of Python floats, kept in arrays of objects
def skip_gram_loss(center, context, W, W_out):
    y = [sum(float(a) * float(b) for a, b in zip(W[center], col)) for col in W_out.T]
    z = sum(np.exp(v) for v in y)
    dy = np.array([len(context) * np.exp(v) / z - list(context).count(k) for k, v in enumerate(y)], dtype=object)
    dW = np.zeros_like(W, dtype=object)
    dW[center] = W_out.astype(object) @ dy
    return sum(np.log(z) - y[k] for k in context), dW, np.outer(W[center].astype(object), dy)
