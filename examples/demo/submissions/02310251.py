import numpy as np

def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

answers = {"cnn/pool_output_size": {"sizes": [3, 28, 24]}}
