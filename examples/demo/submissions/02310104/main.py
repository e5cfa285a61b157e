"""期中练习 —— 入口文件。各层写在 layers/ 里，选择填空写在这里。赵欣怡 02310104"""
from layers.losses import kl_divergence, softmax, softmax_loss, svm_loss
from layers.pooling import max_pool_backward, max_pool_forward
from layers.norm import batchnorm_forward
from layers.recurrent import lstm_step_backward, lstm_step_forward
from layers.word2vec import cbow_loss


def out_size(H, k, s, P=0):
    """floor((H - k + 2P) / s) + 1"""
    return (H - k + 2 * P) // s + 1


conv_out = out_size(44, 7, 2, 3)
pool_out = out_size(conv_out, 3, 3)
fc_weights = 8 * pool_out ** 2 * 10
fc_biases = 10

answers = {
    "optimisation/batch_size": "aceg",
    "cnn/pool_output_size": {"sizes": [out_size(17, 7, 4, 0), out_size(54, 4, 2, 2), out_size(50, 7, 2, 2)]},
    "cnn/network_shapes": {
        "conv_out": conv_out,
        "pool_out": pool_out,
        "fc_parameters": fc_weights + fc_biases,
    },
    # 从输出往回推；dc 有两条路径
    "rnn/lstm_gradient": {
        "do": "dh ⊙ tanh(c)",
        "dc": "dc_next + dh ⊙ o ⊙ (1 - tanh(c)²)",
        "di": "dc ⊙ g",
        "dg": "dc ⊙ i",
        "df": "dc ⊙ c_prev",
        "dc_prev": "dc ⊙ f",
    },
}

if __name__ == "__main__":
    import numpy as np
    print(softmax(np.array([[1.0, 2.0, 3.0]])))
