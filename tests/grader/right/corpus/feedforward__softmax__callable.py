# exercise: feedforward/softmax
# style: an object that can be called
import numpy as np
class Softmax:
    def __call__(self, x):
        e = np.asmatrix(np.exp(x - np.amax(x, 1, keepdims=True)))
        return e / e.sum(1)
softmax = Softmax()
