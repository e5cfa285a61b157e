# 谢婉清 02310203
# 编程题只做了前面几道，推导题和选择填空都做了
import numpy as np

def softmax(x):
    exps = np.exp(x - np.max(x, axis=1)[:, np.newaxis])
    return exps / np.sum(exps, axis=1)[:, np.newaxis]

def kl_divergence(p, q):
    s = 0.0
    for pk, qk in zip(p, q):
        if pk > 0 and qk > 0:
            s = s + pk * np.log(pk / qk)
    return s

def softmax_loss(x, y):
    # 整个损失都用 batch 上的和
    N = len(y)
    p = softmax(x)
    loss = -np.sum(np.log(p[np.arange(N), y]))
    p[np.arange(N), y] -= 1
    return loss, p

def max_pool_forward(x, pool_param):
    pass

answers = {}
answers["optimisation/batch_size"] = "a, b, c, g"
answers["cnn/pool_output_size"] = {"sizes": [3, 28, 25]}
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 20, "fc_parameters": 10 * (8 * 20 * 20 + 1)}

# dc 我写成 tanh 没有求导的形式了? 后面各步都用 dc 表示
answers["rnn/lstm_gradient"] = {
    "do": "dh * tanh(c)",
    "dc": "dh * o * (1 - tanh(c)) + dc_next",
    "di": "dc * g",
    "dg": "dc * i",
    "df": "dc * c_prev",
    "dc_prev": "dc * f",
}
