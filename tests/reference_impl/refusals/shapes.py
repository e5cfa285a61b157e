"""Shapes that do not fit each other, upstream gradients, kernels larger than their images."""

import numpy as np

from tests.reference_impl.refusals.refusal import Refusal, spoil
from tests.reference_impl.valid_arguments import BATCHNORM, DROPOUT, POOL, C, D, H, K, N, T, V, of

UPSTREAM_REFUSED = [
    Refusal(
        function, {name: of(*shape[:-1], shape[-1] + 1)}, f"{name} should have shape {shape}, it has shape "
    )
    for function, name, shape in (
        ("activations.sigmoid_backward", "dout", (N, D)),
        ("activations.tanh_backward", "dout", (N, D)),
        ("activations.relu_backward", "dout", (N, D)),
        ("activations.softmax_backward", "dout", (N, D)),
        ("feedforward.affine_backward", "dout", (N, C)),
        ("network.two_layer_backward", "dscores", (N, C)),
        ("convolution.conv_backward", "dout", (N, 4, 5, 7)),
        ("pooling.max_pool_backward", "dout", (N, 2, 2, 3)),
        ("pooling.avg_pool_backward", "dout", (N, 2, 2, 3)),
        ("batchnorm.batchnorm_backward", "dout", (N, D)),
        ("batchnorm.batchnorm_backward_steps", "dout", (N, D)),
        ("regularisation.dropout_backward", "dout", (N, D)),
        ("rnn.rnn_step_backward", "dnext_h", (N, H)),
        ("rnn.rnn_backward", "dh", (N, T, H)),
        ("lstm.lstm_step_backward", "dnext_h", (N, H)),
        ("lstm.lstm_step_backward", "dnext_c", (N, H)),
        ("lstm.lstm_backward", "dh", (N, T, H)),
        ("gru.gru_step_backward", "dnext_h", (N, H)),
        ("gru.gru_backward", "dh", (N, T, H)),
    )
]

SHAPES_REFUSED = [
    Refusal("activations.softmax", {"x": of(C)}, "x should have shape (N, C), it has shape (4,)"),
    Refusal("activations.softmax_forward", {"x": of(C)}, "x should have shape (N, C), it has shape (4,)"),
    Refusal("activations.softmax_jacobian", {"x": of(N, C)}, "x should have shape (C,), it has shape (3, 4)"),
    Refusal(
        "feedforward.affine_forward",
        {"w": of(5, C)},
        "w should have shape (D, M) with D = 2 as in x, it has shape (5, 4)",
    ),
    Refusal(
        "feedforward.affine_forward",
        {"b": of(5)},
        "b should have shape (M,) with M = 4 as in w, it has shape (5,)",
    ),
    Refusal(
        "network.two_layer_forward",
        {"W2": of(6, C)},
        "W2 should have shape (H, C) with H = 5 as in W1, it has shape (6, 4)",
    ),
    Refusal("losses.mse_loss", {"y": of(D, N)}, "y should have shape (3, 2), it has shape (2, 3)"),
    Refusal("losses.kl_divergence", {"q": np.ones(1)}, "q should have shape (4,), it has shape (1,)"),
    Refusal("losses.cross_entropy", {"q": np.ones(1)}, "q should have shape (4,), it has shape (1,)"),
    Refusal(
        "losses.full_loss", {"data_losses": of(N, 1)}, "data_losses should have shape (N,), it has shape"
    ),
    Refusal(
        "losses.full_loss", {"weights": [of(2), ["w"]]}, "weights should hold real numbers, it has dtype"
    ),
    Refusal(
        "losses.linear_softmax_loss",
        {"X": of(N, 5)},
        "X should have shape (N, D) with D = 2 as in W, it has shape (3, 5)",
    ),
    Refusal(
        "optimisation.directional_derivative",
        {"step": of(5)},
        "step should have shape (2,), it has shape (5,)",
    ),
    Refusal("optimisation.gradient_step", {"dw": of(5)}, "dw should have shape (2,), it has shape (5,)"),
    Refusal(
        "optimisation.least_squares_loss",
        {"y": of(5)},
        "y should have shape (N,) with N = 3 as in X, it has shape (5,)",
    ),
    Refusal(
        "optimisation.batch_gradient_descent",
        {"y": of(5)},
        "X and y should have as many rows, they have shapes (3, 2) and (5,)",
    ),
    Refusal(
        "optimisation.batch_gradient_descent",
        {"gradient": lambda w, X, y: of(5)},
        "gradient(w, X, y) should have shape (2,), it has shape (5,)",
    ),
    Refusal(
        "optimisation.stochastic_gradient_descent",
        {"orders": np.array([0, 1, 2])},
        "orders should have shape (epochs, 3), it has shape (3,)",
    ),
    Refusal(
        "optimisation.minibatch_gradient_descent",
        {"orders": np.array([[0, 1, 2], [0, 1, 3]])},
        "a row of orders should lie in [0, 3), it goes from 0 to 3",
    ),
    Refusal(
        "convolution.conv_forward",
        {"w": of(4, 3, 3, 2)},
        "w should have shape (F, C, HH, WW) with C = 2 as in x, it has shape (4, 3, 3, 2)",
    ),
    Refusal(
        "convolution.conv_forward",
        {"w": of(4, 2, 8, 2)},
        "the kernel of w (8, 2) should fit into the padded images of x, which are (7, 8)",
    ),
    Refusal(
        "convolution.cross_correlation",
        {"kernel": of(2, 6)},
        "kernel (2, 6) should fit into the padded images of x, which are (4, 5)",
    ),
    Refusal(
        "convolution.true_convolution",
        {"kernel": of(5, 2)},
        "kernel (5, 2) should fit into the padded images of x, which are (4, 5)",
    ),
    *(
        Refusal(
            f"pooling.{kind}_pool_forward",
            spoil(POOL, "pool_param", pool_height=6),
            "the window of pool_param (6, 2) should fit into the padded images of x, which are (5, 6)",
        )
        for kind in ("max", "avg")
    ),
    Refusal(
        "batchnorm.batchnorm_forward",
        {"gamma": of(5)},
        "gamma should have shape (D,) with D = 2 as in x, it has shape (5,)",
    ),
    Refusal(
        "batchnorm.batchnorm_forward",
        spoil(BATCHNORM, "bn_param", running_var=of(5)),
        "bn_param['running_var'] should have shape (2,), it has shape (5,)",
    ),
    Refusal(
        "regularisation.dropout_forward",
        spoil(DROPOUT, "dropout_param", mask=of(D, N)),
        "dropout_param['mask'] should have shape (3, 2), it has shape (2, 3)",
    ),
    *(
        Refusal(
            f"rnn.rnn_{form}forward",
            {"Wh": of(H, 4)},
            f"Wh should have shape (H, H) with H = 5 as in {state}, it has shape (5, 4)",
        )
        for form, state in (("step_", "prev_h"), ("", "h0"))
    ),
    *(
        Refusal(
            f"lstm.lstm_{form}forward",
            {"Wx": of(D, 3 * H)},
            f"Wx should have shape (D, 4H) with D = 2 as in x, H = 5 as in {state}, it has shape (2, 15)",
        )
        for form, state in (("step_", "prev_h"), ("", "h0"))
    ),
    Refusal(
        "lstm.lstm_step_forward",
        {"prev_c": of(N, 4)},
        "prev_c should have shape (N, H) with N = 3 as in x, H = 5 as in prev_h, it has shape (3, 4)",
    ),
    *(
        Refusal(
            f"gru.gru_{form}forward",
            {"bh": of(4 * H)},
            f"bh should have shape (3H,) with H = 5 as in {state}, it has shape (20,)",
        )
        for form, state in (("step_", "prev_h"), ("", "h0"))
    ),
    Refusal(
        "rnn.state_jacobian",
        {"Wh": of(4, 4)},
        "Wh should have shape (H, H) with H = 5 as in h, it has shape (4, 4)",
    ),
    *(
        Refusal(
            f"word2vec.{name}",
            {"W_out": of(V, K)},
            f"W_out should have shape (N, V) with V = 7 as in {owner}, N = 8 as in W, it has shape (7, 8)",
        )
        for name, owner in (
            ("word2vec_forward", "x"),
            ("word2vec_loss", "W"),
            ("cbow_loss", "W"),
            ("skip_gram_loss", "W"),
        )
    ),
    *(
        Refusal(
            name,
            {"outside_vectors": of(K, V)},
            "outside_vectors should have shape (V, N) with N = 8 as in center_word_vec, it has shape (8, 7)",
        )
        for name in ("word2vec.naive_softmax_loss", "negative_sampling.neg_sampling_loss")
    ),
    *(
        Refusal(
            f"hierarchical_softmax.{name}",
            {"inner_vectors": of(V, K)},
            "inner_vectors should have shape (6, N), one row an inner node, it has shape (7, 8)",
        )
        for name in ("path_probability", "hierarchical_softmax_loss")
    ),
    Refusal(
        "hierarchical_softmax.mean_code_length",
        {"counts": np.ones(3)},
        "counts should have shape (7,), it has shape (3,)",
    ),
    Refusal(
        "localisation.box_loss",
        {"true_boxes": of(5, 4)},
        "true_boxes should have shape (N, 4) with N = 3 as in boxes, it has shape (5, 4)",
    ),
    Refusal(
        "localisation.localisation_loss",
        {"boxes": of(5, 4)},
        "boxes should have shape (N, 4) with N = 3 as in scores, it has shape (5, 4)",
    ),
    Refusal("localisation.iou", {"other": of(5)}, "other should have shape (4,), it has shape (5,)"),
]
