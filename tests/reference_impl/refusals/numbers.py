"""Single numbers out of range, dicts of parameters, and caches."""

import numpy as np

from tests.reference_impl.refusals.refusal import Refusal, spoil
from tests.reference_impl.valid_arguments import ADAM, BATCHNORM, CONV, DROPOUT, POOL, D, N, of

NUMBERS_REFUSED = [
    *(
        Refusal(function, {name: number}, f"{name} should be an integer of at least {least}, it is {number}")
        for function, name, least in (
            ("optimisation.iterations_per_epoch", "samples", 1),
            ("optimisation.iterations_per_epoch", "batch_size", 1),
            ("optimisation.epoch_orders", "samples", 1),
            ("optimisation.epoch_orders", "epochs", 1),
            ("optimisation.epoch_orders", "seed", 0),
            ("optimisation.batch_gradient_descent", "epochs", 0),
            ("optimisation.minibatch_gradient_descent", "batch_size", 1),
            ("convolution.mean_kernel", "size", 1),
            ("convolution.gaussian_kernel", "size", 1),
            ("shapes.window_output_size", "size", 1),
            ("shapes.window_output_size", "kernel", 1),
            ("shapes.window_output_size", "stride", 1),
            ("shapes.window_output_size", "padding", 0),
            ("shapes.conv_parameters", "in_channels", 1),
            ("shapes.conv_parameters", "out_channels", 1),
            ("shapes.conv_parameters", "kernel_height", 1),
            ("shapes.conv_parameters", "kernel_width", 1),
            ("shapes.fc_parameters", "inputs", 1),
            ("shapes.fc_parameters", "outputs", 1),
            ("shapes.rnn_parameters", "inputs", 1),
            ("shapes.rnn_parameters", "hidden", 1),
            ("shapes.lstm_parameters", "hidden", 1),
            ("shapes.gru_parameters", "hidden", 1),
            ("bag_of_words.one_hot", "V", 1),
            ("bag_of_words.bag_of_words", "V", 1),
            ("bag_of_words.context_windows", "radius", 1),
            ("negative_sampling.sample_negatives", "count", 1),
            ("negative_sampling.sample_negatives", "seed", 0),
            ("embedding_training.initial_vectors", "V", 1),
            ("embedding_training.initial_vectors", "N", 1),
            ("embedding_training.initial_vectors", "seed", 0),
            ("embedding_training.train_cbow", "radius", 1),
            ("embedding_training.train_cbow", "epochs", 0),
            ("embedding_training.train_skip_gram", "radius", 1),
            ("embedding_training.train_skip_gram", "epochs", 0),
        )
        for number in (least - 1, 2.5, True)
    ),
    Refusal("convolution.gaussian_kernel", {"sigma": 0.0}, "sigma should be in (0, inf), it is 0.0"),
    *(
        Refusal(f"losses.{name}", {"base": base}, says)
        for name in ("entropy", "cross_entropy", "kl_divergence")
        for base, says in (
            (0, "base should be in (0, inf), it is 0"),
            (1, "base should not be 1: no power of 1"),
        )
    ),
    Refusal(
        "shapes.window_output_size",
        {"kernel": 8},
        "kernel 8 should fit into the padded input, which is 7 long",
    ),
    Refusal(
        "shapes.fc_stack_parameters",
        {"widths": [3]},
        "widths should hold the input's and the output's at least, it is [3]",
    ),
    Refusal(
        "shapes.fc_stack_parameters",
        {"widths": [3, 0, 2]},
        "outputs should be an integer of at least 1, it is 0",
    ),
    Refusal(
        "localisation.iou",
        {"box": np.array([2.0, 0.0, 1.0, 1.0])},
        "box should have x1 <= x2 and y1 <= y2, it is [2.0, 0.0, 1.0, 1.0]",
    ),
    Refusal(
        "localisation.iou",
        {"other": np.array([0.0, 0.0, np.nan, 1.0])},
        "other should have x1 <= x2 and y1 <= y2, it is [0.0, 0.0, nan, 1.0]",
    ),
]

STRENGTHS_REFUSED = [
    Refusal(function, {name: strength}, f"{name} should be {expected}")
    for function, name in (
        ("losses.full_loss", "l1"),
        ("losses.full_loss", "l2"),
        ("losses.linear_softmax_loss", "reg"),
        ("losses.linear_svm_loss", "reg"),
        ("losses.linear_svm_loss_naive", "reg"),
        ("network.two_layer_loss", "reg"),
        ("regularisation.l1_penalty", "reg"),
        ("regularisation.l2_penalty", "reg"),
        ("localisation.localisation_loss", "box_weight"),
        ("optimisation.gradient_step", "learning_rate"),
        ("optimisation.batch_gradient_descent", "learning_rate"),
        ("optimisation.stochastic_gradient_descent", "learning_rate"),
        ("optimisation.minibatch_gradient_descent", "learning_rate"),
        ("embedding_training.train_cbow", "learning_rate"),
        ("embedding_training.train_skip_gram", "learning_rate"),
    )
    for strength, expected in (
        (-0.1, "in [0, inf), it is -0.1"),
        (np.nan, "in [0, inf), it is nan"),
        (np.inf, "in [0, inf), it is inf"),
        (np.array([0.1, 0.2]), "one real number, it has shape (2,)"),
        (True, "one real number, it is True"),
    )
]

PARAMETERS_REFUSED = [
    Refusal(
        "convolution.conv_forward",
        {"conv_param": {"stride": 1}},
        "conv_param should have the keys stride, pad; pad is missing",
    ),
    Refusal(
        "convolution.conv_forward",
        spoil(CONV, "conv_param", stride=0),
        "stride should be an integer of at least 1, it is 0",
    ),
    Refusal(
        "convolution.conv_forward",
        spoil(CONV, "conv_param", pad=-1),
        "pad should be an integer of at least 0, it is -1",
    ),
    *(
        Refusal(f"pooling.{kind}_pool_forward", spoilt, says)
        for kind in ("max", "avg")
        for spoilt, says in (
            (
                {"pool_param": {"stride": 1}},
                "pool_param should have the keys pool_height, pool_width, stride; ",
            ),
            (spoil(POOL, "pool_param", stride=0), "stride should be an integer of at least 1, it is 0"),
        )
    ),
    Refusal(
        "shapes.receptive_field",
        {"layers": [{"kernel": 3}]},
        "every layer of layers should have the keys kernel, stride; stride is missing",
    ),
    Refusal(
        "shapes.receptive_field",
        {"layers": [{"kernel": 0, "stride": 1}]},
        "kernel should be an integer of at least 1, it is 0",
    ),
    *(
        Refusal("batchnorm.batchnorm_forward", spoil(BATCHNORM, "bn_param", **{key: value}), says)
        for key, value, says in (
            ("mode", "Train", "bn_param['mode'] should be 'train' or 'test', it is 'Train'"),
            ("eps", 0.0, "bn_param['eps'] should be in (0, inf), it is 0.0"),
            ("momentum", 1.5, "bn_param['momentum'] should be in [0, 1], it is 1.5"),
            ("momentum", np.nan, "bn_param['momentum'] should be in [0, 1], it is nan"),
            (
                "running_var",
                np.array([1.0, -1e-3]),
                "bn_param['running_var'] should not be negative, its smallest entry is -0.001",
            ),
            (
                "running_var",
                np.array([1.0, np.nan]),
                "bn_param['running_var'] should not be negative, its smallest entry is nan",
            ),
        )
    ),
    *(
        Refusal("regularisation.dropout_forward", spoil(DROPOUT, "dropout_param", **{key: value}), says)
        for key, value, says in (
            ("mode", "Train", "dropout_param['mode'] should be 'train' or 'test', it is 'Train'"),
            ("p", 0, "dropout_param['p'], the probability of keeping, should be in (0, 1], it is 0"),
            ("p", 1.5, "dropout_param['p'], the probability of keeping, should be in (0, 1], it is 1.5"),
            ("mask", 2.0 * np.eye(N, D), "dropout_param['mask'] should hold only 0 and 1, it also holds 2.0"),
            (
                "mask",
                np.full((N, D), np.nan),
                "dropout_param['mask'] should hold only 0 and 1, it also holds",
            ),
        )
    ),
    Refusal(
        "regularisation.dropout_forward",
        {"dropout_param": {"p": 0.5, "mode": "train", "seed": -1}},
        "dropout_param['seed'] should be an integer of at least 0, it is -1",
    ),
    *(
        Refusal("regularisation.dropout_backward", {"cache": cache}, says)
        for cache, says in (
            ((np.eye(N, D) / 0.5, 0.5), "the mask of cache should hold only 0 and 1, it also holds 2.0"),
            ((np.eye(N, D) - 1, 0.5), "the mask of cache should hold only 0 and 1, it also holds -1.0"),
            ((np.eye(N, D), 0.0), "p of cache should be in (0, inf), it is 0.0"),
            ((np.eye(D, N), 0.5), "dout should have shape (2, 3), it has shape (3, 2)"),
        )
    ),
    *(
        Refusal(
            f"batchnorm.{name}",
            {"cache": None},
            "cache should be the 3 parts that batchnorm_forward in training returned, it is None",
        )
        for name in ("batchnorm_backward", "batchnorm_backward_steps")
    ),
    Refusal(
        "feedforward.affine_backward",
        {"cache": (of(N, D), of(D, 4))},
        "cache should be the 3 parts that affine_forward returned, it has 2",
    ),
    Refusal(
        "rnn.rnn_backward",
        {"cache": []},
        "cache should be the list of steps that rnn_forward returned, it is a list",
    ),
    Refusal(
        "optimisation.sgd_momentum",
        {"config": {"learning_rate": 0.1, "momentum": -0.9}},
        "config['momentum'] should be in [0, 1], it is -0.9",
    ),
    *(
        Refusal(
            f"optimisation.{rule}",
            {"config": ADAM | {"momentum": 0.9, "learning_rate": rate}},
            f"{name} should be {expected}",
        )
        for rule, name in (
            ("sgd", "learning_rate"),
            ("sgd_momentum", "config['learning_rate']"),
            ("adam", "config['learning_rate']"),
        )
        for rate, expected in (
            (-0.1, "in [0, inf), it is -0.1"),
            (np.nan, "in [0, inf), it is nan"),
            ("0.1", "one real number, it is '0.1'"),
        )
    ),
    *(
        Refusal(f"optimisation.{rule}", {"config": {}}, f"config should have the keys {keys}; learning_rate")
        for rule, keys in (
            ("sgd", "learning_rate"),
            ("sgd_momentum", "learning_rate, momentum"),
            ("adam", "learning_rate, beta1, beta2, epsilon"),
        )
    ),
    *(
        Refusal(f"optimisation.{rule}", {"dw": of(5)}, "dw should have shape (2,), it has shape (5,)")
        for rule in ("sgd", "sgd_momentum", "adam")
    ),
    Refusal(
        "optimisation.sgd_momentum",
        {"config": {"learning_rate": 0.1, "momentum": 0.9, "velocity": of(5)}},
        "config['velocity'] should have shape (2,), it has shape (5,)",
    ),
    *(
        Refusal("optimisation.adam", {"config": ADAM | {key: value}}, says)
        for key, value, says in (
            ("beta1", 1.0, "config['beta1'] should be in [0, 1), it is 1.0"),
            ("beta2", -0.1, "config['beta2'] should be in [0, 1), it is -0.1"),
            ("epsilon", -1e-8, "config['epsilon'] should be in [0, inf), it is -1e-08"),
            (
                "v",
                np.array([1.0, -1e-3]),
                "config['v'] should not be negative, its smallest entry is -0.001",
            ),
            ("t", -1, "t should be an integer of at least 0, it is -1"),
            ("m", of(5), "config['m'] should have shape (2,), it has shape (5,)"),
            ("v", of(5), "config['v'] should have shape (2,), it has shape (5,)"),
        )
    ),
]
