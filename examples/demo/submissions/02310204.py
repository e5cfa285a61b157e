# 唐志强
import numpy as np

def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    e = np.exp(x)
    return e / np.sum(e， axis=1, keepdims=True)

def kl_divergence(p, q):
    m = p > 0
    return np.sum(p[m] * np.log(p[m] / q[m]))

def softmax_loss(x, y):
    N = x.shape[0]
    p = softmax(x)
    loss = -np.log(p[np.arange(N), y]).mean()
    p[np.arange(N), y] -= 1
    return loss, p / N

answers = {
    "optimisation/batch_size": "a, c, e, g",
    "cnn/pool_output_size": {"sizes": [3, 28, 24]},
    "cnn/network_shapes": {"conv_out": 22, "pool_out": 7, "fc_parameters": 3930},
}
