# exercise: cnn/convolution
# style: one buffer for all results
"""Buffers allocated once at module level and reused by each call; results are views into them."""
import numpy as np
BUF = np.zeros(100000)
def view(shape):
    v = BUF[:int(np.prod(shape))].reshape(shape); v[:] = 0
    return v
def conv_forward(x, w, b, conv_param):
    s, P = conv_param["stride"], conv_param["pad"]
    xp = np.pad(x, ((0,0),(0,0),(P,P),(P,P)))
    kh, kw = w.shape[2:]
    H = (xp.shape[2]-kh)//s+1; W=(xp.shape[3]-kw)//s+1
    out = view((len(x), len(w), H, W))
    for i in range(H):
        for j in range(W):
            out[:, :, i, j] = np.tensordot(xp[:, :, i*s:i*s+kh, j*s:j*s+kw], w, ([1,2,3],[1,2,3])) + b
    return out, (x, xp, w, s, P)
def conv_backward(dout, cache):
    x, xp, w, s, P = cache
    kh, kw = w.shape[2:]
    dxp = view(xp.shape); dw = np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            d = dout[:, :, i, j]
            dxp[:, :, i*s:i*s+kh, j*s:j*s+kw] += np.tensordot(d, w, 1)
            dw += np.tensordot(d, xp[:, :, i*s:i*s+kh, j*s:j*s+kw], (0, 0))
    return dxp[:, :, P:P+x.shape[2], P:P+x.shape[3]], dw, dout.sum((0,2,3))
