# Gao Zixuan 02310201
# I used PyTorch before, so some conventions come from there.
from typing import Any
import numpy as np

NDArray = np.ndarray
answers: dict[str, Any] = {}


def softmax(x: NDArray) -> NDArray:
    x = x - x.max(axis=1, keepdims=True)
    unnormalised = np.exp(x)
    return unnormalised / unnormalised.sum(axis=1, keepdims=True)


def kl_divergence(p: NDArray, q: NDArray) -> float:
    # torch.nn.functional.kl_div clamps too
    p = np.clip(p, 1e-12, None)
    q = np.clip(q, 1e-12, None)
    return float(np.sum(p * (np.log(p) - np.log(q))))


def softmax_loss(x: NDArray, y: NDArray) -> tuple[float, NDArray]:
    n = len(x)
    lse = np.logaddexp.reduce(x, axis=1)
    loss = (lse - x[np.arange(n), y]).mean()
    grad = np.exp(x - lse[:, None])
    grad[np.arange(n), y] -= 1
    return loss, grad / n


def svm_loss(x: NDArray, y: NDArray) -> tuple[float, NDArray]:
    n, c = x.shape
    wrong = np.arange(c)[None, :] != y[:, None]
    slack = x - x[np.arange(n), y][:, None] + 1
    active = wrong & (slack > 0)
    grad = active.astype(np.float64)
    grad[np.arange(n), y] = -active.sum(1)
    return slack[active].sum() / n, grad / n


answers["optimisation/batch_size"] = "a, c, e, g"
answers["cnn/pool_output_size"] = {"sizes": [3, 28, 24]}
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 7, "fc_parameters": 3921}  # one bias


def max_pool_forward(x: NDArray, pool_param: dict[str, int]):
    kernel = (pool_param["pool_height"], pool_param["pool_width"])
    step = pool_param["stride"]
    view = np.lib.stride_tricks.sliding_window_view(x, kernel, axis=(-2, -1))[..., ::step, ::step, :, :]
    return view.max(axis=(-2, -1)), (x, view, kernel, step)


def max_pool_backward(dout: NDArray, cache) -> NDArray:
    x, view, (kh, kw), step = cache
    dx = np.zeros_like(x)
    for index in np.ndindex(dout.shape):
        n, c, i, j = index
        row, col = divmod(int(view[index].argmax()), kw)
        dx[n, c, i * step + row, j * step + col] += dout[index]
    return dx


def batchnorm_forward(x, gamma, beta, bn_param):
    momentum, eps = bn_param["momentum"], bn_param["eps"]
    if bn_param["mode"] == "train":
        mean, var = x.mean(0), x.var(0)
        n = x.shape[0]
        bn_param["running_mean"] = momentum * bn_param["running_mean"] + (1 - momentum) * mean
        # PyTorch keeps the unbiased estimate
        bn_param["running_var"] = momentum * bn_param["running_var"] + (1 - momentum) * var * n / (n - 1)
    else:
        mean, var = bn_param["running_mean"], bn_param["running_var"]
    x_hat = (x - mean) / np.sqrt(var + eps)
    return x_hat * gamma + beta, (x_hat, gamma)


def sigmoid(z: NDArray) -> NDArray:
    return 0.5 + 0.5 * np.tanh(z / 2)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    gates = x @ Wx + prev_h @ Wh + b
    i, f, g, o = np.split(gates, 4, axis=1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    c = f * prev_c + i * g
    h = o * np.tanh(c)
    return h, c, (x, prev_h, prev_c, Wx, Wh, i, f, g, o, c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, g, o, c = cache
    tanh_c = np.tanh(c)
    dc = dnext_c + dnext_h * o * (1 - tanh_c**2)
    d_gates = np.concatenate(
        [
            dc * g * i * (1 - i),
            dc * prev_c * f * (1 - f),
            dc * i * (1 - g**2),
            dnext_h * tanh_c * o * (1 - o),
        ],
        axis=1,
    )
    return d_gates @ Wx.T, d_gates @ Wh.T, dc * f, x.T @ d_gates, prev_h.T @ d_gates, d_gates.sum(0)


answers["rnn/lstm_gradient"] = {
    "do": "dh * tanh(c)",
    "dc": "dc_next + dh * o * (1 - tanh(c)^2)",
    "di": "dc * g",
    "dg": "dc * i",
    "df": "dc * c_prev",
    "dc_prev": "dc * f",
}


def cbow_loss(context, target, W, W_out):
    vectors = W[context]
    h = vectors.mean(axis=0)
    logits = h @ W_out
    lse = np.logaddexp.reduce(logits)
    d_logits = np.exp(logits - lse)
    d_logits[target] -= 1
    dW = np.zeros_like(W)
    for word in context:
        dW[word] += (W_out @ d_logits) / len(context)
    return lse - logits[target], dW, np.outer(h, d_logits)
