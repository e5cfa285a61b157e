# exercise: feedforward/softmax
# mistake: exponentials of large scores overflow
# name: no_max_shift
import numpy as np



def softmax(x):
    out = np.empty_like(x)
    for i in range(len(x)):
        e = np.exp(x[i])
        out[i] = e / sum(e)
    return out
