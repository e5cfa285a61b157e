"""Time of each reference against PyTorch, on one thread, at CS231n's test sizes and at ten times their N.

    python benchmarks/reference.py [--seconds 0.1] [names ...]

The rows are those of the oracle table. Convolution, pooling and recurrent sequences should stay within ten
times PyTorch's time: forward, backward, and both together. Where one does not, it is named at the end, and
the exit status is 1. Every line above ten times is marked; `linear_svm_loss_naive` is, for its loops are
Python's. Losses give value and gradient at once, so only the sum is compared.

The last two columns are how much longer ours and torch's take at ten times N. A linear function stays near
10, or below it where calls cost more than numbers; N^2 would be near 100. The fast layers show 15 to 32: at
ten times N the images are 25 MB, and with the arrays in between more than the processor's cache. There the
time of a sample rises once, two to four times, and stays at that level (seen up to N = 3200). That of torch
rises too, where memory is what it waits for: convolution, and the backward pass of max pooling.
"""

import argparse
import os
import sys
import timeit
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from reference_impl.hierarchical_softmax import huffman_tree
from tests.reference_impl.oracle import ORACLE
from tests.reference_impl.oracle.rnn import ordered_lstm, ordered_lstm_step

Work = tuple[Callable[[], Any], Callable[[], Any]]
"""What ours has to do, and what torch has to do."""

LIMIT = 10.0
LIMITED = (
    "conv",
    "conv, fast layers",
    "max_pool",
    "max_pool, fast layers",
    "avg_pool",
    "avg_pool, fast layers",
    "rnn",
    "lstm",
    "gru",
)
WITHOUT_REORDERING: dict[str, Callable[..., Any]] = {"lstm": ordered_lstm, "lstm_step": ordered_lstm_step}
"""torch's side without the change of our order of gates into torch's."""

rng = np.random.default_rng(0)
normal = rng.normal


def labels(bound: int, *shape: int) -> np.ndarray:
    return rng.integers(bound, size=shape)


def classifier(n: int) -> dict[str, Any]:
    return {"W": normal(size=(20, 10)), "X": normal(size=(n, 20)), "y": labels(10, n), "reg": 0.1}


def scores(n: int) -> dict[str, Any]:
    return {"x": normal(size=(n, 10)), "y": labels(10, n)}


def activations(n: int) -> dict[str, Any]:
    return {"x": normal(size=(n, 20))}


def conv(n: int) -> dict[str, Any]:
    weights = {"w": normal(size=(2, 3, 3, 3)), "b": normal(size=2)}
    return {"x": normal(size=(n, 3, 5, 5)), **weights, "conv_param": {"stride": 1, "pad": 1}}


def fast_conv(n: int) -> dict[str, Any]:
    weights = {"w": normal(size=(25, 3, 3, 3)), "b": normal(size=25)}
    return {"x": normal(size=(n, 3, 31, 31)), **weights, "conv_param": {"stride": 2, "pad": 1}}


def pool(side: int, channels: int) -> Callable[[int], dict[str, Any]]:
    param = {"pool_height": 2, "pool_width": 2, "stride": 2}
    return lambda n: {"x": normal(size=(n, channels, side, side)), "pool_param": param}


def batchnorm(mode: str) -> Callable[[int], dict[str, Any]]:
    running = {"running_mean": np.zeros(5), "running_var": np.ones(5)}
    param = {"mode": mode, "eps": 1e-5, "momentum": 0.9, **running}
    return lambda n: (
        {"x": normal(size=(n, 5)), "gamma": normal(size=5), "beta": normal(size=5)} | {"bn_param": param}
    )


def step(gates: int, *states: str, biases: tuple[str, ...] = ("b",)) -> Callable[[int], dict[str, Any]]:
    d, h = 10, 4
    return lambda n: {
        "x": normal(size=(n, d)),
        **{state: normal(size=(n, h)) for state in states},
        "Wx": normal(size=(d, gates * h)),
        "Wh": normal(size=(h, gates * h)),
        **{bias: normal(size=gates * h) for bias in biases},
    }


def sequence(gates: int, *biases: str) -> Callable[[int], dict[str, Any]]:
    d, t, h = 3, 10, 5
    return lambda n: {
        "x": normal(size=(n, t, d)),
        "h0": normal(size=(n, h)),
        "Wx": normal(size=(d, gates * h)),
        "Wh": normal(size=(h, gates * h)),
        **{bias: normal(size=gates * h) for bias in biases},
    }


def vectors(V: int) -> dict[str, Any]:
    return {"W": normal(size=(V, 3)), "W_out": normal(size=(3, V))}


def outside(V: int) -> dict[str, Any]:
    return {
        "center_word_vec": normal(size=3),
        "outside_word_idx": 0,
        "outside_vectors": normal(size=(V, 3)),
    }


def tree(V: int) -> dict[str, Any]:
    inner = normal(size=(V - 1, 3))
    return {"h": normal(size=3), "word": 0, "inner_vectors": inner, "tree": huffman_tree(rng.random(V))}


def corpus(T: int) -> dict[str, Any]:
    training = {"radius": 2, "learning_rate": 0.1, "epochs": 1}
    return {"words": labels(10, T), "W": normal(size=(10, 3)), "W_out": normal(size=(3, 10)), **training}


def network(n: int) -> dict[str, Any]:
    hidden = {"W1": normal(size=(5, 50)), "b1": normal(size=50)}
    return {"x": normal(size=(n, 5)), **hidden, "W2": normal(size=(50, 7)), "b2": normal(size=7)}


def descent(n: int) -> dict[str, Any]:
    orders = np.array([rng.permutation(n)])
    return {"w": normal(size=4), "X": normal(size=(n, 4)), "y": normal(size=n)} | {
        "learning_rate": 0.01,
        "orders": orders,
    }


def updates(**config: float) -> Callable[[int], dict[str, Any]]:
    return lambda n: (
        {"w": normal(size=(n, 5)), "dws": normal(size=(1, n, 5))}
        | {"config": {"learning_rate": 0.1, **config}}
    )


def boxes(n: int) -> dict[str, Any]:
    return {"boxes": normal(size=(n, 4)), "true_boxes": normal(size=(n, 4))}


def two_distributions(n: int) -> dict[str, Any]:
    p, q = rng.dirichlet(np.ones(n), size=2)
    return {"p": p, "q": q, "base": 2.0}


def heads(n: int) -> dict[str, Any]:
    return boxes(n) | {"scores": normal(size=(n, 5)), "y": labels(5, n), "box_weight": 0.5}


# name of the row (a comma, and what else is to be said): N at the test's size, arguments for any N
SIZES: dict[str, tuple[int, Callable[[int], dict[str, Any]]]] = {
    "conv": (4, conv),
    "conv, fast layers": (100, fast_conv),
    "max_pool": (3, pool(8, 2)),
    "max_pool, fast layers": (100, pool(32, 3)),
    "avg_pool": (3, pool(8, 2)),
    "avg_pool, fast layers": (100, pool(32, 3)),
    "rnn": (2, sequence(1, "b")),
    "lstm": (2, sequence(4, "b")),
    "gru": (2, sequence(3, "bx", "bh")),
    "rnn_step": (4, step(1, "prev_h")),
    "lstm_step": (4, step(4, "prev_h", "prev_c")),
    "gru_step": (4, step(3, "prev_h", biases=("bx", "bh"))),
    "sigmoid layer": (50, activations),
    "tanh layer": (50, activations),
    "relu layer": (50, activations),
    "softmax layer": (50, activations),
    "affine": (
        10,
        lambda n: {"x": normal(size=(n, 2, 3)), "w": normal(size=(6, 5)), "b": normal(size=5)},
    ),
    "two-layer network": (3, network),
    "two_layer_loss": (3, lambda n: network(n) | {"y": labels(7, n), "reg": 0.1}),
    "mse_loss": (50, lambda n: {"x": normal(size=(n, 10)), "y": normal(size=(n, 10))}),
    "entropy": (50, lambda n: {"p": rng.dirichlet(np.ones(n)), "base": 2.0}),
    "cross_entropy": (50, two_distributions),
    "kl_divergence": (50, two_distributions),
    "softmax_loss": (50, scores),
    "svm_loss": (50, scores),
    "linear_softmax_loss": (50, classifier),
    "linear_svm_loss": (50, classifier),
    "linear_svm_loss_naive": (50, classifier),
    "batchnorm in training": (4, batchnorm("train")),
    "batchnorm in training, step by step": (4, batchnorm("train")),
    "batchnorm in test mode": (4, batchnorm("test")),
    "l1_penalty": (50, lambda n: {"w": normal(size=(n, 10)), "reg": 0.1}),
    "l2_penalty": (50, lambda n: {"w": normal(size=(n, 10)), "reg": 0.1}),
    "stochastic_gradient_descent": (10, descent),
    "minibatch_gradient_descent": (10, lambda n: descent(n) | {"batch_size": 4}),
    "sgd": (4, updates()),
    "sgd_momentum": (4, updates(momentum=0.9)),
    "adam": (4, updates(beta1=0.9, beta2=0.999, epsilon=1e-8)),
    "one_hot": (50, lambda n: {"words": labels(10, n), "V": 10}),
    "bag_of_words": (50, lambda n: {"words": labels(10, n), "V": 10}),
    "word2vec_loss": (5, lambda V: {"word": 1, "target": 2, **vectors(V)}),
    "cbow_loss": (5, lambda V: {"context": labels(V, 4), "target": 2, **vectors(V)}),
    "skip_gram_loss": (5, lambda V: {"center": 2, "context": labels(V, 4), **vectors(V)}),
    "naive_softmax_loss": (5, outside),
    "neg_sampling_loss": (5, lambda V: outside(V) | {"negative_word_idx": rng.integers(1, V, size=10)}),
    "hierarchical_softmax_loss": (5, tree),
    "train_cbow": (10, corpus),
    "train_skip_gram": (10, corpus),
    "box_loss": (10, boxes),
    "localisation_loss": (10, heads),
}


def fastest_us(work: Callable[[], Any], seconds: float) -> float:
    """The fastest of many rounds: what else the machine does only ever adds to a time."""
    timer = timeit.Timer(work)
    once = max(timer.timeit(1), 1e-6)
    number = max(1, round(seconds / 10 / once))
    return 1e6 * min(timer.repeat(repeat=10, number=number)) / number


def passes(name: str, arguments: dict[str, Any]) -> dict[str, Work]:
    """Ours and torch's work, forward and backward."""
    row = ORACLE[name] if name in ORACLE else ORACLE[name.split(",")[0]]
    counterpart: Callable[..., Any] = WITHOUT_REORDERING.get(name, row.torch)
    tensors = {
        name: torch.tensor(value, requires_grad=name in row.wrt) if isinstance(value, np.ndarray) else value
        for name, value in arguments.items()
    }
    work: dict[str, Work] = {"forward": (lambda: row.ours(**arguments), lambda: counterpart(**tensors))}
    values, backward = row.ours(**arguments)
    if backward is not None:
        upstream = [normal(size=np.shape(value)) for value in values[: row.upstreams]]
        outputs = counterpart(**tensors)[: row.upstreams]
        inputs = [tensors[name] for name in row.wrt]
        weights = [torch.tensor(u).reshape(out.shape) for u, out in zip(upstream, outputs, strict=True)]
        work["backward"] = (
            lambda: backward(*upstream),
            lambda: torch.autograd.grad(outputs, inputs, weights, retain_graph=True),
        )
    return work


def times_us(name: str, arguments: dict[str, Any], seconds: float) -> dict[str, tuple[float, float]]:
    """Ours and torch's time of each pass; of a pair of passes also their sum, of a loss only the sum."""
    work = passes(name, arguments)
    times = {
        kind: (fastest_us(ours, seconds), fastest_us(torchs, seconds))
        for kind, (ours, torchs) in work.items()
    }
    if "backward" in times:
        (ours_there, torch_there), (ours_back, torch_back) = times["forward"], times["backward"]
        both = {"both": (ours_there + ours_back, torch_there + torch_back)}
        return both if "loss" in name or "penalty" in name else times | both
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help="rows of the oracle; all by default")
    parser.add_argument("--seconds", type=float, default=0.05, help="for each time that is taken")
    options = parser.parse_args()
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # read by NumPy when it is imported
        os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
        os.execv(sys.executable, [sys.executable, *sys.argv])
    torch.set_num_threads(1)

    slow = []
    heads = f"{'ours us':>9} {'torch us':>9} {'ratio':>6} {'growth':>7} {'torch':>6}"
    print(f"{'row':36} {'pass':8} {'N':>5} {heads}")
    for name in options.names or SIZES:
        n, arguments_for = SIZES[name]
        before: dict[str, tuple[float, float]] = {}
        for size in (n, 10 * n):
            for kind, both_us in times_us(name, arguments_for(size), options.seconds).items():
                ours_us, torch_us = both_us
                line = f"{name:36} {kind:8} {size:5} {ours_us:9.1f} {torch_us:9.1f} {ours_us / torch_us:6.2f}"
                if kind in before:
                    line += f" {ours_us / before[kind][0]:7.1f} {torch_us / before[kind][1]:6.1f}"
                before[kind] = both_us
                if ours_us > LIMIT * torch_us:
                    line = f"{line:97} above {LIMIT:.0f}"
                    if name in LIMITED:
                        slow.append(f"{name}, {kind}, at N = {size}: {ours_us / torch_us:.1f} times torch")
                print(line)
    if slow:
        raise SystemExit(f"slower than {LIMIT:.0f} times torch: {'; '.join(slow)}")


if __name__ == "__main__":
    main()
