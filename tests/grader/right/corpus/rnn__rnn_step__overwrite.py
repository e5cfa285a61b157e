# exercise: rnn/rnn_step
# style: what is not needed any more is overwritten
import numpy as np
# writes over its inputs: h in prev_h's place is kept apart; da overwrites dnext_h; h buffer returned is then changed in backward
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    h = x @ Wx
    h += prev_h @ Wh
    h += b
    np.tanh(h, out=h)
    return h, (x, prev_h, Wx, Wh, h)
def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    np.square(h, out=h)
    np.subtract(1, h, out=h)
    dnext_h *= h
    return dnext_h @ Wx.T, dnext_h @ Wh.T, x.T @ dnext_h, prev_h.T @ dnext_h, dnext_h.sum(0)
