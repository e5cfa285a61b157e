import numpy as np

# 邓诗雨 02310205

def softmax(x):
    big = np.max(x, axis=1)
    e = np.exp(x.T - big)
    return (e / e.sum(axis=0)).T

def kl_divergence(p, q):
    k = 0
    d = 0
    while k < len(p):
        if p[k] > 0:
            d += p[k] * (np.log(p[k]) - np.log(q[k]))
        k += 1
    return d

def softmax_loss(x, y):
    N = len(y)
    z = (x.T - np.max(x, axis=1)).T
    lse = np.log(np.exp(z).sum(axis=1))
    onehot = np.zeros_like(x)
    onehot[np.arange(N), y] = 1
    loss = np.sum(lse - (z * onehot).sum(axis=1)) / N
    return loss, (softmax(x) - onehot) / N

def svm_loss(x, y):
    N, C = x.shape
    loss = 0
    dx = np.zeros((N, C))
    i = 0
    while i < N:
        j = 0
        while j < C:
            if j == y[i]:
                continue
            m = x[i, j] - x[i, y[i]] + 1
            if m > 0:
                loss += m / N
                dx[i, j] += 1 / N
                dx[i, y[i]] -= 1 / N
            j += 1
        i += 1
    return loss, dx

def max_pool_forward(x, pool_param):
    a, b, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    out = np.zeros((N, C, (H - a) // s + 1, (W - b) // s + 1))
    i = 0
    while i < out.shape[2]:
        j = 0
        while j < out.shape[3]:
            out[:, :, i, j] = x[:, :, i * s:i * s + a, j * s:j * s + b].max((2, 3))
            j += 1
        i += 1
    return out, (x, pool_param, out)

def max_pool_backward(dout, cache):
    x, pool_param, out = cache
    a, b, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros(x.shape)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            for u in range(a):
                for v in range(b):
                    hit = x[:, :, i * s + u, j * s + v] == out[:, :, i, j]
                    dx[:, :, i * s + u, j * s + v] += hit * dout[:, :, i, j]
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    if bn_param['mode'] == 'test':
        s = np.sqrt(bn_param['running_var'] + bn_param['eps'])
        return gamma * ((x - bn_param['running_mean']) / s) + beta, None
    mu = x.mean(axis=0)
    var = (x ** 2).mean(axis=0) - mu ** 2
    for name, new in (('running_mean', mu), ('running_var', var)):
        bn_param[name] = bn_param['momentum'] * bn_param[name] + (1 - bn_param['momentum']) * new
    return gamma * ((x - mu) / np.sqrt(var + bn_param['eps'])) + beta, None

def sigmoid(t):
    return np.exp(t) / (1 + np.exp(t))

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = np.dot(x, Wx) + np.dot(prev_h, Wh) + b
    i = sigmoid(a[:, :H]); f = sigmoid(a[:, H:2*H]); o = sigmoid(a[:, 2*H:3*H]); g = np.tanh(a[:, 3*H:])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)

def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    th = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - th * th)
    da = np.concatenate([dc * g * i * (1 - i), dc * prev_c * f * (1 - f),
                         dnext_h * th * o * (1 - o), dc * i * (1 - g * g)], axis=1)
    return da.dot(Wx.T), da.dot(Wh.T), dc * f, x.T.dot(da), prev_h.T.dot(da), da.sum(axis=0)

def cbow_loss(context, target, W, W_out):
    h = W[context].mean(axis=0)
    y = h.dot(W_out)
    lse = np.log(np.exp(y).sum())
    r = np.exp(y - lse)
    r[target] -= 1
    dh = W_out.dot(r) / len(context)
    dW = np.zeros(W.shape)
    for w in context:
        dW[w] += dh
    return lse - y[target], dW, np.outer(h, r)

answers = {}
answers['optimisation/batch_size'] = ['a', 'c', 'e', 'g']
answers['cnn/pool_output_size'] = {'sizes': [3, 28, 24]}
answers['cnn/network_shapes'] = {'conv_out': 22, 'pool_out': 7, 'fc_parameters': 3930}
answers['rnn/lstm_gradient'] = {
    'do': 'dh*tanh(c)', 'dc': 'dh*o*(1-tanh(c)^2)+dc_next', 'di': 'dc*g', 'dg': 'dc*i',
    'df': 'dc*c_prev', 'dc_prev': 'dc*f'}
