import numpy as np
# 罗天宇 02310202 期中练习

def softmax(x):
    return np.array([np.exp(r - r.max()) / np.exp(r - r.max()).sum() for r in x])

def kl_divergence(p, q):
    return sum([a * np.log(a / b) if b > 0 else np.inf for a, b in zip(p, q) if a > 0])

def softmax_loss(x, y):
    losses, grads = [], []
    for row, label in zip(x, y):
        row = row - row.max()
        lse = np.log(np.exp(row).sum())
        losses.append(lse - row[label])
        g = np.exp(row - lse)
        g[label] -= 1
        grads.append(g)
    return np.mean(losses), np.array(grads) / len(y)

def svm_loss(x, y):
    losses, grads = [], []
    for row, label in zip(x, y):
        m = row - row[label] + 1
        m[label] = 0
        g = (m > 0) * 1.
        g[label] = -g.sum()
        losses.append(m[m > 0].sum())
        grads.append(g)
    return np.mean(losses), np.array(grads) / len(y)

answers = {}
answers['optimisation/batch_size'] = 'a, c, e, g'
answers['cnn/pool_output_size'] = {'sizes': [3, 28, 24]}
answers['cnn/network_shapes'] = {'conv_out': 44, 'pool_out': 14, 'fc_parameters': 10 * (8 * 14 * 14 + 1)}   # same 卷积, 大小不变

def max_pool_forward(x, pool_param):
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    HO, WO = (H - ph) // s + 1, (W - pw) // s + 1
    cols = np.array([x[:, :, i * s:i * s + ph, j * s:j * s + pw].reshape(N, C, -1) for i in range(HO) for j in range(WO)])
    out = cols.max(axis=-1)            # (HO*WO, N, C)
    return out.transpose(1, 2, 0).reshape(N, C, HO, WO), (x.shape, cols.argmax(axis=-1), pool_param)

def max_pool_backward(dout, cache):
    shape, arg, pool_param = cache
    pw, s = pool_param['pool_width'], pool_param['stride']
    N, C, HO, WO = dout.shape
    dx = np.zeros(shape)
    for t in range(HO * WO):
        i, j = t // WO, t % WO
        for n in range(N):
            for c in range(C):
                k = arg[t, n, c]
                dx[n, c, i * s + k // pw, j * s + k % pw] += dout[n, c, i, j]
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    eps, mo = bn_param['eps'], bn_param['momentum']
    if bn_param['mode'] == 'train':
        m, v = x.mean(axis=0), x.var(axis=0)
        bn_param['running_mean'] = bn_param['running_mean'] + (1 - mo) * (m - bn_param['running_mean'])
        bn_param['running_var'] = bn_param['running_var'] + (1 - mo) * (v - bn_param['running_var'])
    else:
        m, v = bn_param['running_mean'], bn_param['running_var']
    return (x - m) / (v + eps) ** 0.5 * gamma + beta, (x, m, v)

class LSTMCell:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    @staticmethod
    def s(a):
        return 1 / (1 + np.exp(-a))

    def forward(self, x, h, c):
        self.x, self.h0, self.c0 = x, h, c
        a = x @ self.Wx + h @ self.Wh + self.b
        k = h.shape[1]
        self.i, self.f, self.o = self.s(a[:, :k]), self.s(a[:, k:2*k]), self.s(a[:, 2*k:3*k])
        self.g = np.tanh(a[:, 3*k:])
        self.c = self.f * c + self.i * self.g
        return self.o * np.tanh(self.c), self.c

    def backward(self, dh):
        t = np.tanh(self.c)
        dc = dh * self.o * (1 - t ** 2)
        da = np.hstack([dc * self.g * self.i * (1 - self.i), dc * self.c0 * self.f * (1 - self.f),
                        dh * t * self.o * (1 - self.o), dc * self.i * (1 - self.g ** 2)])
        return da @ self.Wx.T, da @ self.Wh.T, dc * self.f, self.x.T @ da, self.h0.T @ da, da.sum(0)

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    cell = LSTMCell(Wx, Wh, b)
    h, c = cell.forward(x, prev_h, prev_c)
    return h, c, cell

def lstm_step_backward(dnext_h, dnext_c, cache):
    return cache.backward(dnext_h)

answers['rnn/lstm_gradient'] = {
    'do': 'dh*tanh(c)',
    'dc': 'dh*o*(1-tanh(c)^2)',
    'di': 'dc*g',
    'dg': 'dc*i',
    'df': 'dc*c_prev',
    'dc_prev': 'dc*f',
}

def cbow_loss(context, target, W, W_out):
    h = W[context].mean(axis=0)
    y = h @ W_out
    p = softmax(y[None, :])[0]
    e = p.copy(); e[target] -= 1
    dW = np.zeros_like(W)
    np.add.at(dW, context, W_out @ e / len(context))
    return -np.log(p[target]), dW, np.outer(h, e)
