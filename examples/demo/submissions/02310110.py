# 蒋明轩 02310110
# 期中练习（用 Windows 记事本写的）
import numpy as np

def softmax(X):
    a = np.exp(X - np.max(X, axis=1, keepdims=True))
    b = np.sum(a, axis=1, keepdims=True)
    return a / b

def kl_divergence(p, q):
    p = np.asarray(p); q = np.asarray(q)
    s = 0
    for i in range(p.shape[0]):
        if p[i] > 0:
            s += p[i] * (np.log(p[i]) - np.log(q[i]))
    return s

def softmax_loss(X, y):
    N = X.shape[0]
    P = softmax(X)
    loss = np.sum(-np.log(P[np.arange(N), y])) / N     # 取出正确类的概率再取对数
    P[np.arange(N), y] -= 1
    return loss, P / N

def svm_loss(X, y):
    N = X.shape[0]
    correct = X[np.arange(N), y].reshape(N, 1)
    margin = np.maximum(0, X - correct + 1)
    loss = np.sum(margin) / N
    margin[margin > 0] = 1
    margin[np.arange(N), y] -= np.sum(margin, axis=1)
    return loss, margin / N

def max_pool_forward(x, pool_param):
    N, C, H, W = x.shape
    hh = pool_param["pool_height"]; ww = pool_param["pool_width"]; s = pool_param["stride"]
    OH = (H - hh) // s + 1
    OW = (W - ww) // s + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            out[:, :, i, j] = x[:, :, i*s : i*s+hh, j*s : j*s+ww].reshape(N, C, -1).max(axis=2)
    return out, (x, pool_param)

def max_pool_backward(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    hh = pool_param["pool_height"]; ww = pool_param["pool_width"]; s = pool_param["stride"]
    dx = np.zeros((N, C, H, W))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            w = x[:, :, i*s : i*s+hh, j*s : j*s+ww]
            m = w.max(axis=(2, 3), keepdims=True)
            dx[:, :, i*s : i*s+hh, j*s : j*s+ww] += (w == m) * dout[:, :, i, j].reshape(N, C, 1, 1)
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param["eps"]; m = bn_param["momentum"]
    if bn_param["mode"] == "train":
        mean = np.mean(x, axis=0); var = np.var(x, axis=0)
        out = gamma * (x - mean) / np.sqrt(var + eps) + beta
        bn_param["running_mean"] = m * bn_param["running_mean"] + (1 - m) * mean
        bn_param["running_var"] = m * bn_param["running_var"] + (1 - m) * var
        return out, (x, mean, var)
    else:
        out = gamma * (x - bn_param["running_mean"]) / np.sqrt(bn_param["running_var"] + eps) + beta
        return out, None

# LSTM 两道没来得及写代码，只写了推导

answers = {}
answers["optimisation/batch_size"] = "a,c,e"
answers["cnn/pool_output_size"] = {"sizes": [3, 28, 24]}
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 7, "fc_parameters": 3930}
answers["rnn/lstm_gradient"] = {
    "do": "dh * tanh(c)",
    "dc": "dc_next + dh * o * (1 - tanh(c)^2)",
    "di": "dc * g",
    "dg": "dc * i",
    "df": "dc * c_prev",
    "dc_prev": "dc * f",
}

def cbow_loss(context, target, W, W_out):
    C = len(context)
    h = np.sum(W[context], axis=0) / C
    y = np.dot(h, W_out)
    p = softmax(y.reshape(1, -1)).reshape(-1)
    loss = -np.log(p[target])
    e = p.copy()
    e[target] = e[target] - 1
    dW_out = np.dot(h.reshape(-1, 1), e.reshape(1, -1))
    dW = np.zeros(W.shape)
    for k in context:
        dW[k] = dW[k] + np.dot(W_out, e) / C
    return loss, dW, dW_out
