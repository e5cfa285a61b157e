import numpy as np
f32 = np.float32          # 显卡上都是float32, 这里也统一用float32
np.seterr(divide='ignore', invalid='ignore')

def softmax(x):
    x = x.astype(f32)
    e = np.exp(x - x.max(1)[:, None])
    return e / e.sum(1)[:, None]

def kl_divergence(p, q):
    p, q = p.astype(f32), q.astype(f32)
    terms = np.where(p == 0, f32(0), p * (np.log(p) - np.log(q)))
    return terms.sum()

def softmax_loss(x, y):
    x = x.astype(f32)
    n, c = x.shape
    x = x - x.max(1)[:, None]
    logp = x - np.log(np.exp(x).sum(1))[:, None]
    onehot = np.eye(c, dtype=f32)[y]
    return -(logp * onehot).sum() / f32(n), (np.exp(logp) - onehot) / f32(n)

def svm_loss(x, y):
    x = x.astype(f32)
    n, c = x.shape
    onehot = np.eye(c, dtype=f32)[y]
    correct = (x * onehot).sum(1)[:, None]
    m = np.maximum(x - correct + f32(1), f32(0)) * (1 - onehot)
    ind = (m > 0).astype(f32)
    dx = ind - onehot * ind.sum(1)[:, None]
    return m.sum() / f32(n), dx.astype(f32) / f32(n)

def _patches(x, kh, kw, s):
    # (N, C, Ho, Wo, kh, kw)
    return np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]

def max_pool_forward(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    p = _patches(x.astype(f32), kh, kw, s)
    flat = p.reshape(p.shape[:4] + (kh * kw,))
    return flat.max(-1), (flat.argmax(-1), x.shape, kh, kw, s)

def max_pool_backward(dout, cache):
    arg, shape, kh, kw, s = cache
    dx = np.zeros(shape, dtype=f32)
    n, c, i, j = np.indices(arg.shape)
    np.add.at(dx, (n, c, i * s + arg // kw, j * s + arg % kw), dout.astype(f32))
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    x, gamma, beta = x.astype(f32), gamma.astype(f32), beta.astype(f32)
    eps, mom = f32(bn_param["eps"]), f32(bn_param["momentum"])
    if bn_param["mode"] == "train":
        mean = x.mean(0)
        centred = x - mean
        var = (centred * centred).mean(0)
        bn_param["running_mean"] = (mom * bn_param["running_mean"] + (1 - mom) * mean).astype(f32)
        bn_param["running_var"] = (mom * bn_param["running_var"] + (1 - mom) * var).astype(f32)
    else:
        centred = x - bn_param["running_mean"].astype(f32)
        var = bn_param["running_var"].astype(f32)
    xhat = centred / np.sqrt(var + eps)
    return gamma * xhat + beta, (xhat, gamma, var)

def _s(a):
    return f32(1) / (f32(1) + np.exp(-a))

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    x, prev_h, prev_c, Wx, Wh, b = (v.astype(f32) for v in (x, prev_h, prev_c, Wx, Wh, b))
    ai, af, ao, ag = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = _s(ai), _s(af), _s(ao), np.tanh(ag)
    c = f * prev_c + i * g
    tc = np.tanh(c)
    return o * tc, c, dict(x=x, h0=prev_h, c0=prev_c, Wx=Wx, Wh=Wh, i=i, f=f, o=o, g=g, tc=tc)

def lstm_step_backward(dnext_h, dnext_c, cache):
    k = cache
    dh, dc = dnext_h.astype(f32), dnext_c.astype(f32)
    dc = dc + dh * k["o"] * (1 - k["tc"] ** 2)
    da = np.concatenate([
        dc * k["g"] * k["i"] * (1 - k["i"]),
        dc * k["c0"] * k["f"] * (1 - k["f"]),
        dh * k["tc"] * k["o"] * (1 - k["o"]),
        dc * k["i"] * (1 - k["g"] ** 2)], axis=1)
    return da @ k["Wx"].T, da @ k["Wh"].T, dc * k["f"], k["x"].T @ da, k["h0"].T @ da, da.sum(0)

def cbow_loss(context, target, W, W_out):
    W, W_out = W.astype(f32), W_out.astype(f32)
    V = W.shape[0]
    bag = np.bincount(context, minlength=V).astype(f32) / f32(len(context))   # 词袋
    h = bag @ W
    u = h @ W_out
    u = u - u.max()
    logp = u - np.log(np.exp(u).sum())
    err = np.exp(logp)
    err[target] -= 1
    return -logp[target], np.outer(bag, W_out @ err), np.outer(h, err)

answers = {
    "optimisation/batch_size": ["a", "c", "e", "g"],
    "cnn/pool_output_size": [3, 28, 24],
    "cnn/network_shapes": {"conv_out": "22", "pool_out": "7", "fc_parameters": "3930"},
    "rnn/lstm_gradient": {
        "do": "dh*tanh(c)",
        "dc": "dc_next + dh*o*(1 - tanh(c)**2)",
        "di": "g*dc", "dg": "i*dc", "df": "c_prev*dc", "dc_prev": "f*dc",
    },
}
