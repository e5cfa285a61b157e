# exercise: rnn/rnn_step
# style: the cache in a global
import numpy as np
LAST = {}
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    global LAST
    LAST = dict(x=x, prev_h=prev_h, Wx=Wx, Wh=Wh, h=np.tanh(x @ Wx + prev_h @ Wh + b))
    return LAST["h"], None
def rnn_step_backward(dnext_h, cache):
    da = dnext_h * (1 - LAST["h"] ** 2)
    return da @ LAST["Wx"].T, da @ LAST["Wh"].T, LAST["x"].T @ da, LAST["prev_h"].T @ da, da.sum(0)
