"""Arguments that each public function accepts; the table of refusals spoils one of them at a time.

Every axis has a length of its own, so that a shape in a message tells where it comes from.
"""

from typing import Any

import numpy as np

from reference_impl import (
    activations,
    batchnorm,
    convolution,
    feedforward,
    gru,
    lstm,
    network,
    pooling,
    regularisation,
    rnn,
)
from reference_impl.hierarchical_softmax import huffman_tree

N, D, C, H, T = 3, 2, 4, 5, 6
V, K = 7, 8  # words, length of their vectors


def cache_of(forward, arguments: dict[str, Any]) -> Any:
    return forward(**arguments)[-1]


def of(*shape: int) -> np.ndarray:
    """Numbers that are neither all equal nor all 0."""
    return np.linspace(-1, 2, int(np.prod(shape))).reshape(shape)


LABELS = np.array([0, 3, 1])
UNIFORM = np.full(C, 1 / C)

AFFINE = {"x": of(N, D), "w": of(D, C), "b": of(C)}
TWO_LAYERS = {"x": of(N, D), "W1": of(D, H), "b1": of(H), "W2": of(H, C), "b2": of(C)}
CONV = {"x": of(N, 2, 5, 6), "w": of(4, 2, 3, 2), "b": of(4), "conv_param": {"stride": 1, "pad": 1}}
POOL = {"x": of(N, 2, 5, 6), "pool_param": {"pool_height": 3, "pool_width": 2, "stride": 2}}
BATCHNORM = {
    "x": of(N, D),
    "gamma": of(D),
    "beta": of(D),
    "bn_param": {
        "mode": "train",
        "eps": 1e-5,
        "momentum": 0.9,
        "running_mean": np.zeros(D),
        "running_var": np.ones(D),
    },
}
DROPOUT = {"x": of(N, D), "dropout_param": {"p": 0.5, "mode": "train", "mask": of(N, D) > 0}}
RNN_STEP = {"x": of(N, D), "prev_h": of(N, H), "Wx": of(D, H), "Wh": of(H, H), "b": of(H)}
RNN = {"x": of(N, T, D), "h0": of(N, H), "Wx": of(D, H), "Wh": of(H, H), "b": of(H)}
LSTM_STEP = {
    "x": of(N, D),
    "prev_h": of(N, H),
    "prev_c": of(N, H),
    "Wx": of(D, 4 * H),
    "Wh": of(H, 4 * H),
    "b": of(4 * H),
}
LSTM = {"x": of(N, T, D), "h0": of(N, H), "Wx": of(D, 4 * H), "Wh": of(H, 4 * H), "b": of(4 * H)}
GRU_WEIGHTS = {"Wx": of(D, 3 * H), "Wh": of(H, 3 * H), "bx": of(3 * H), "bh": of(3 * H)}
GRU_STEP = {"x": of(N, D), "prev_h": of(N, H), **GRU_WEIGHTS}
GRU = {"x": of(N, T, D), "h0": of(N, H), **GRU_WEIGHTS}

DESCENT = {"gradient": lambda w, X, y: 0 * w, "w": of(D), "X": of(N, D), "y": of(N), "learning_rate": 0.1}
ORDERS = np.array([[2, 0, 1], [0, 1, 2]])
ADAM = {"learning_rate": 0.1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
CLASSIFIER = {"W": of(D, C), "X": of(N, D), "y": LABELS, "reg": 0.1}
VECTORS = {"W": of(V, K), "W_out": of(K, V)}
OUTSIDE = {"center_word_vec": of(K), "outside_word_idx": 2, "outside_vectors": of(V, K)}
COUNTS = np.arange(1, V + 1)
TREE = {"h": of(K), "word": 2, "inner_vectors": of(V - 1, K), "tree": huffman_tree(COUNTS)}
CORPUS = {"words": np.array([0, 1, 2]), **VECTORS, "radius": 1, "learning_rate": 0.1, "epochs": 1}

ELEMENTWISE = ("sigmoid", "sigmoid_derivative", "tanh", "tanh_derivative", "relu", "relu_derivative")
LAYERS = ("sigmoid", "tanh", "relu", "softmax")

VALID: dict[str, dict[str, Any]] = {
    **{f"activations.{name}": {"x": of(N, D)} for name in ELEMENTWISE},
    **{f"activations.{name}_forward": {"x": of(N, D)} for name in LAYERS},
    **{
        f"activations.{name}_backward": {
            "dout": of(N, D),
            "cache": cache_of(getattr(activations, f"{name}_forward"), {"x": of(N, D)}),
        }
        for name in LAYERS
    },
    "activations.softmax": {"x": of(N, C)},
    "activations.softmax_jacobian": {"x": of(C)},
    "feedforward.affine_forward": AFFINE,
    "feedforward.affine_backward": {
        "dout": of(N, C),
        "cache": cache_of(feedforward.affine_forward, AFFINE),
    },
    "network.two_layer_forward": TWO_LAYERS,
    "network.two_layer_backward": {
        "dscores": of(N, C),
        "cache": cache_of(network.two_layer_forward, TWO_LAYERS),
    },
    "network.two_layer_loss": TWO_LAYERS | {"y": LABELS, "reg": 0.1},
    "losses.mse_loss": {"x": of(N, D), "y": of(N, D)},
    "losses.entropy": {"p": UNIFORM},
    "losses.cross_entropy": {"p": UNIFORM, "q": UNIFORM},
    "losses.kl_divergence": {"p": UNIFORM, "q": UNIFORM},
    "losses.softmax_loss": {"x": of(N, C), "y": LABELS},
    "losses.svm_loss": {"x": of(N, C), "y": LABELS},
    "losses.full_loss": {"data_losses": of(N), "weights": [of(D, H), of(H, C)], "l1": 0.1, "l2": 0.1},
    "losses.linear_softmax_loss": CLASSIFIER,
    "losses.linear_svm_loss": CLASSIFIER,
    "losses.linear_svm_loss_naive": CLASSIFIER,
    "optimisation.directional_derivative": {"dw": of(D), "step": of(D)},
    "optimisation.gradient_step": {"w": of(D), "dw": of(D), "learning_rate": 0.1},
    "optimisation.least_squares_loss": {"w": of(D), "X": of(N, D), "y": of(N)},
    "optimisation.iterations_per_epoch": {"samples": 10, "batch_size": 3},
    "optimisation.epoch_orders": {"samples": 3, "epochs": 2, "seed": 0},
    "optimisation.batch_gradient_descent": DESCENT | {"epochs": 2},
    "optimisation.stochastic_gradient_descent": DESCENT | {"orders": ORDERS},
    "optimisation.minibatch_gradient_descent": DESCENT | {"orders": ORDERS, "batch_size": 2},
    "optimisation.sgd": {"w": of(D), "dw": of(D), "config": {"learning_rate": 0.1}},
    "optimisation.sgd_momentum": {
        "w": of(D),
        "dw": of(D),
        "config": {"learning_rate": 0.1, "momentum": 0.9, "velocity": of(D)},
    },
    "optimisation.adam": {"w": of(D), "dw": of(D), "config": ADAM},
    "convolution.conv_forward": CONV,
    "convolution.conv_backward": {
        "dout": of(N, 4, 5, 7),
        "cache": cache_of(convolution.conv_forward, CONV),
    },
    "convolution.cross_correlation": {"x": of(4, 5), "kernel": of(2, 3)},
    "convolution.true_convolution": {"x": of(4, 5), "kernel": of(2, 3)},
    "convolution.mean_kernel": {"size": 3},
    "convolution.gaussian_kernel": {"size": 3, "sigma": 1.0},
    "convolution.noise_gain": {"kernel": of(3, 3)},
    "pooling.max_pool_forward": POOL,
    "pooling.avg_pool_forward": POOL,
    "pooling.max_pool_backward": {"dout": of(N, 2, 2, 3), "cache": cache_of(pooling.max_pool_forward, POOL)},
    "pooling.avg_pool_backward": {"dout": of(N, 2, 2, 3), "cache": cache_of(pooling.avg_pool_forward, POOL)},
    "shapes.window_output_size": {"size": 5, "kernel": 3, "stride": 2, "padding": 1},
    "shapes.receptive_field": {"layers": [{"kernel": 3, "stride": 2}]},
    "shapes.conv_parameters": {"in_channels": 3, "out_channels": 2, "kernel_height": 3, "kernel_width": 3},
    "shapes.fc_parameters": {"inputs": 3, "outputs": 2},
    "shapes.fc_stack_parameters": {"widths": [3, 2]},
    "shapes.rnn_parameters": {"inputs": 3, "hidden": 2},
    "shapes.lstm_parameters": {"inputs": 3, "hidden": 2},
    "shapes.gru_parameters": {"inputs": 3, "hidden": 2},
    "batchnorm.batchnorm_forward": BATCHNORM,
    "batchnorm.batchnorm_backward": {
        "dout": of(N, D),
        "cache": cache_of(batchnorm.batchnorm_forward, BATCHNORM),
    },
    "batchnorm.batchnorm_backward_steps": {
        "dout": of(N, D),
        "cache": cache_of(batchnorm.batchnorm_forward, BATCHNORM),
    },
    "regularisation.dropout_forward": DROPOUT,
    "regularisation.dropout_backward": {
        "dout": of(N, D),
        "cache": cache_of(regularisation.dropout_forward, DROPOUT),
    },
    **{
        f"regularisation.{name}": {"w": of(N, D)}
        for name in ("l1_norm", "l2_norm", "l1_norm_gradient", "l2_norm_gradient")
    },
    "regularisation.l1_penalty": {"w": of(N, D), "reg": 0.1},
    "regularisation.l2_penalty": {"w": of(N, D), "reg": 0.1},
    "rnn.rnn_step_forward": RNN_STEP,
    "rnn.rnn_step_backward": {"dnext_h": of(N, H), "cache": cache_of(rnn.rnn_step_forward, RNN_STEP)},
    "rnn.rnn_forward": RNN,
    "rnn.rnn_backward": {"dh": of(N, T, H), "cache": cache_of(rnn.rnn_forward, RNN)},
    "rnn.state_jacobian": {"h": of(T, H), "Wh": of(H, H)},
    "lstm.lstm_step_forward": LSTM_STEP,
    "lstm.lstm_step_backward": {
        "dnext_h": of(N, H),
        "dnext_c": of(N, H),
        "cache": cache_of(lstm.lstm_step_forward, LSTM_STEP),
    },
    "lstm.lstm_forward": LSTM,
    "lstm.lstm_backward": {"dh": of(N, T, H), "cache": cache_of(lstm.lstm_forward, LSTM)},
    "gru.gru_step_forward": GRU_STEP,
    "gru.gru_step_backward": {"dnext_h": of(N, H), "cache": cache_of(gru.gru_step_forward, GRU_STEP)},
    "gru.gru_forward": GRU,
    "gru.gru_backward": {"dh": of(N, T, H), "cache": cache_of(gru.gru_forward, GRU)},
    "bag_of_words.vocabulary": {"tokens": ["b", "a"]},
    "bag_of_words.encode": {"tokens": ["b", "a"], "words": {"a": 0, "b": 1}},
    "bag_of_words.one_hot": {"words": np.array([0, 2]), "V": 3},
    "bag_of_words.bag_of_words": {"words": np.array([0, 2]), "V": 3},
    "bag_of_words.context_windows": {"words": np.array([0, 2]), "radius": 1},
    "word2vec.word2vec_forward": {"x": of(V), **VECTORS},
    "word2vec.word2vec_loss": {"word": 1, "target": 2, **VECTORS},
    "word2vec.cbow_loss": {"context": np.array([0, 1]), "target": 2, **VECTORS},
    "word2vec.skip_gram_loss": {"center": 2, "context": np.array([0, 1]), **VECTORS},
    "word2vec.naive_softmax_loss": OUTSIDE,
    "negative_sampling.neg_sampling_loss": OUTSIDE | {"negative_word_idx": np.array([0, 1])},
    "negative_sampling.negative_sampling_distribution": {"counts": COUNTS},
    "negative_sampling.sample_negatives": {
        "probabilities": UNIFORM,
        "outside_word_idx": 2,
        "count": 3,
        "seed": 0,
    },
    "hierarchical_softmax.huffman_tree": {"counts": COUNTS},
    "hierarchical_softmax.mean_code_length": {"counts": COUNTS, "tree": huffman_tree(COUNTS)},
    "hierarchical_softmax.path_probability": TREE,
    "hierarchical_softmax.hierarchical_softmax_loss": TREE,
    "embedding_training.initial_vectors": {"V": V, "N": K, "seed": 0},
    "embedding_training.train_cbow": CORPUS,
    "embedding_training.train_skip_gram": CORPUS,
    "localisation.box_loss": {"boxes": of(N, 4), "true_boxes": of(N, 4)},
    "localisation.localisation_loss": {
        "scores": of(N, C),
        "y": LABELS,
        "boxes": of(N, 4),
        "true_boxes": of(N, 4),
        "box_weight": 0.5,
    },
    "localisation.iou": {"box": np.array([0, 0, 2, 2]), "other": np.array([1, 1, 3, 3])},
}
