"""Classes and words out of range, probabilities that do not sum to 1, corpora too small."""

import numpy as np

from tests.reference_impl.refusals.refusal import Refusal
from tests.reference_impl.valid_arguments import C, V, of

TOO_HIGH, TOO_LOW, HALVES = np.array([0, 4, 1]), np.array([0, -1, 1]), np.array([0.0, 1.5, 1.0])
TOO_MUCH, TOO_LITTLE = np.full(C, 1 / C) + 1e-6, np.full(C, 1 / C) - 1e-6  # off by 4e-6 in all
NEGATIVE = np.array([0.5, 0.6, -0.1, 0.0])

LABELS_REFUSED = [
    Refusal(function, {"y": labels}, says)
    for function in (
        "losses.softmax_loss",
        "losses.svm_loss",
        "losses.linear_softmax_loss",
        "losses.linear_svm_loss",
        "losses.linear_svm_loss_naive",
        "network.two_layer_loss",
        "localisation.localisation_loss",
    )
    for labels, says in (
        (TOO_HIGH, "y should lie in [0, 4), it goes from 0 to 4"),
        (TOO_LOW, "y should lie in [0, 4), it goes from -1 to 1"),
        (HALVES, "y should hold integers, it has dtype float64"),
        (np.array([0, 1]), "y should have shape (3,), it has shape (2,)"),
        (np.array([[0], [1], [2]]), "y should have shape (3,), it has shape (3, 1)"),
    )
]

DISTRIBUTIONS_REFUSED = [
    Refusal(function, {name: values}, says)
    for function, name in (
        ("losses.entropy", "p"),
        ("losses.cross_entropy", "p"),
        ("losses.cross_entropy", "q"),
        ("losses.kl_divergence", "p"),
        ("losses.kl_divergence", "q"),
        ("negative_sampling.sample_negatives", "probabilities"),
    )
    for values, says in (
        (TOO_MUCH, f"{name} should sum to 1 (within 1e-6), it sums to 1.000004"),
        (TOO_LITTLE, f"{name} should sum to 1 (within 1e-6), it sums to 0.999996"),
        (NEGATIVE, f"{name} should have no negative probability, its smallest is -0.1"),
        (of(C, 1), f"{name} should have shape (K,), it has shape (4, 1)"),
    )
]

WORDS_REFUSED = [
    Refusal("bag_of_words.vocabulary", {"tokens": []}, "tokens should hold at least one word"),
    Refusal("bag_of_words.encode", {"tokens": []}, "tokens should hold at least one word"),
    Refusal("bag_of_words.encode", {"tokens": ["c"]}, "'c' should be in the vocabulary, which has 2 words"),
    *(
        Refusal(function, {name: index}, f"{name} should lie in [0, {below}), it is {index}")
        for function, name, below in (
            ("word2vec.word2vec_loss", "word", 7),
            ("word2vec.word2vec_loss", "target", 7),
            ("word2vec.cbow_loss", "target", 7),
            ("word2vec.skip_gram_loss", "center", 7),
            ("word2vec.naive_softmax_loss", "outside_word_idx", 7),
            ("negative_sampling.neg_sampling_loss", "outside_word_idx", 7),
            ("negative_sampling.sample_negatives", "outside_word_idx", 4),
            ("hierarchical_softmax.path_probability", "word", 7),
            ("hierarchical_softmax.hierarchical_softmax_loss", "word", 7),
        )
        for index in (-1, below)
    ),
    *(
        Refusal(function, {name: np.array([0, 9])}, f"{name} should lie in [0, {below}), it goes from 0 to 9")
        for function, name, below in (
            ("bag_of_words.one_hot", "words", 3),
            ("bag_of_words.bag_of_words", "words", 3),
            ("word2vec.cbow_loss", "context", 7),
            ("word2vec.skip_gram_loss", "context", 7),
            ("negative_sampling.neg_sampling_loss", "negative_word_idx", 7),
            ("embedding_training.train_cbow", "words", 7),
            ("embedding_training.train_skip_gram", "words", 7),
        )
    ),
    Refusal("word2vec.cbow_loss", {"target": 1.0}, "target should be one integer, it is 1.0"),
    Refusal(
        "word2vec.cbow_loss", {"context": []}, "context should have shape (n,) with n >= 1, it has shape (0,)"
    ),
    Refusal(
        "bag_of_words.context_windows",
        {"words": TOO_LOW},
        "words should lie in [0, inf), it goes from -1 to 1",
    ),
    Refusal(
        "negative_sampling.neg_sampling_loss",
        {"negative_word_idx": np.array([0, 2])},
        "negative_word_idx should not hold the outside word 2, it is [0, 2]",
    ),
    Refusal(
        "negative_sampling.sample_negatives",
        {"probabilities": np.array([0.0, 0.0, 1.0, 0.0])},
        "probabilities should leave another word than the outside word",
    ),
    Refusal(
        "negative_sampling.negative_sampling_distribution",
        {"counts": np.zeros(2)},
        "counts should not be negative, nor all 0; they are [0.0, 0.0]",
    ),
    Refusal(
        "negative_sampling.negative_sampling_distribution",
        {"counts": np.array([2, -1])},
        "counts should not be negative, nor all 0; they are [2.0, -1.0]",
    ),
    Refusal(
        "hierarchical_softmax.mean_code_length",
        {"counts": np.zeros(V)},
        "counts should not be negative, nor all 0; they are [0.0, ",
    ),
    Refusal(
        "hierarchical_softmax.huffman_tree",
        {"counts": np.ones(1)},
        "counts should be two or more, none negative; they are [1.0]",
    ),
    *(
        Refusal(
            f"embedding_training.{name}",
            {"words": np.array([0])},
            "words should hold two or more words, it has shape (1,)",
        )
        for name in ("train_cbow", "train_skip_gram")
    ),
]
