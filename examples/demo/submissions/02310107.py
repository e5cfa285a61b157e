import numpy as np

# 尽量原地 (in place) 运算，省内存

def softmax(x):
    x -= x.max(axis=1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(axis=1, keepdims=True)
    return x


def kl_divergence(p, q):
    idx, = np.nonzero(p)
    p, q = p[idx], q[idx]
    with np.errstate(divide='ignore'):
        np.divide(p, q, out=q)
        np.log(q, out=q)
    return np.dot(p, q).reshape(1)


def softmax_loss(x, y):
    n = y.size
    x -= x.max(axis=1, keepdims=True)
    x -= np.log(np.exp(x).sum(axis=1, keepdims=True))
    loss = -x[range(n), y].sum() / n
    np.exp(x, out=x)
    x[range(n), y] -= 1
    x /= n
    return loss, x


def svm_loss(x, y):
    n = y.size
    x += 1
    x -= (x[range(n), y] - 1)[:, None]
    x[range(n), y] = 0
    np.maximum(x, 0, out=x)
    loss = x.sum(keepdims=True) / n
    x[x > 0] = 1
    x[range(n), y] -= x.sum(axis=1)
    x /= n
    return loss, x


def max_pool_forward(x, pool_param):
    kh, kw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    rows = range(0, x.shape[2] - kh + 1, s)
    cols = range(0, x.shape[3] - kw + 1, s)
    out = np.full(x.shape[:2] + (len(rows), len(cols)), -np.inf)
    # 对窗口内的偏移循环，而不是对窗口循环
    for di in range(kh):
        for dj in range(kw):
            piece = x[:, :, di:di + rows[-1] + 1:s, dj:dj + cols[-1] + 1:s]
            np.maximum(out, piece, out=out)
    return out, (x, out.copy(), kh, kw, s)


def max_pool_backward(dout, cache):
    x, out, kh, kw, s = cache
    dx = np.zeros_like(x)
    ho, wo = out.shape[2:]
    for di in range(kh):
        for dj in range(kw):
            at = np.s_[:, :, di:di + (ho - 1) * s + 1:s, dj:dj + (wo - 1) * s + 1:s]
            dx[at] += dout * (x[at] == out)
    return dx


def batchnorm_forward(x, gamma, beta, bn_param):
    if bn_param['mode'] == 'train':
        mu, var = x.mean(axis=0), x.var(axis=0)
        k = bn_param['momentum']
        bn_param['running_mean'] *= k
        bn_param['running_mean'] += (1 - k) * mu
        bn_param['running_var'] *= k
        bn_param['running_var'] += (1 - k) * var
    else:
        mu, var = bn_param['running_mean'], bn_param['running_var']
    x -= mu
    x /= np.sqrt(var + bn_param['eps'])
    x_hat = x.copy()
    x *= gamma
    x += beta
    return x, (x_hat, gamma)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    n, h = prev_h.shape
    a = x @ Wx
    a += prev_h @ Wh
    a += b
    gates, g = a[:, :3 * h], a[:, 3 * h:]
    np.negative(gates, out=gates)
    np.exp(gates, out=gates)
    gates += 1
    np.reciprocal(gates, out=gates)
    np.tanh(g, out=g)
    i, f, o = gates[:, :h], gates[:, h:2 * h], gates[:, 2 * h:]
    cache = x, prev_h, prev_c.copy(), Wx, Wh, i, f, o, g
    prev_c *= f
    prev_c += i * g
    t = np.tanh(prev_c)
    return o * t, prev_c, cache + (t,)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, t = cache
    dnext_c += dnext_h * o * (1 - t ** 2)
    da = np.empty((i.shape[0], 4 * i.shape[1]))
    h = i.shape[1]
    da[:, :h] = dnext_c * g * i * (1 - i)
    da[:, h:2 * h] = dnext_c * prev_c * f * (1 - f)
    da[:, 2 * h:3 * h] = dnext_h * t * o * (1 - o)
    da[:, 3 * h:] = dnext_c * i * (1 - g ** 2)
    dnext_c *= f
    return da @ Wx.T, da @ Wh.T, dnext_c, x.T @ da, prev_h.T @ da, da.sum(axis=0)


def cbow_loss(context, target, W, W_out):
    h = np.mean([W[w] for w in context], axis=0)
    y = h @ W_out
    y -= y.max()
    loss = np.log(np.exp(y).sum()) - y[target]
    np.exp(y, out=y)
    y /= y.sum()
    y[target] -= 1
    dh = W_out @ y
    dh /= len(context)
    W[:] = 0                     # W 不再需要，直接用来存梯度
    for w in context:
        W[w] += dh
    return loss, W, np.multiply.outer(h, y)


answers = dict()
answers['optimisation/batch_size'] = 'g e c a'
answers['cnn/pool_output_size'] = dict(sizes=np.array([3, 28, 24]))
answers['cnn/network_shapes'] = dict(conv_out=22.0, pool_out=7.0, fc_parameters=3930.0)
answers['rnn/lstm_gradient'] = ['dh*tanh(c)', 'dc_next + dh*o - dh*o*tanh(c)^2', 'dc*g', 'dc*i', 'dc*c_prev', 'dc*f']
