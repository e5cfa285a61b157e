"""Laws of recurrent networks and of word vectors."""

import copy
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impl import (
    activations,
    embedding_training,
    gru,
    hierarchical_softmax,
    losses,
    lstm,
    negative_sampling,
    rnn,
    word2vec,
)
from tests.reference_impl.closeness import close

SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.integers(1, 6)
COUNTS = st.lists(st.integers(0, 50), min_size=2, max_size=12).filter(any).map(np.array)

# --- recurrent networks --------------------------------------------------------------------------


def lstm_arguments(seed, n, d, h):
    rng = np.random.default_rng(seed)
    x, prev_h, prev_c = rng.normal(size=(n, d)), rng.normal(size=(n, h)), rng.normal(size=(n, h))
    return x, prev_h, prev_c, rng.normal(size=(d, 4 * h)), rng.normal(size=(h, 4 * h)), rng.normal(size=4 * h)


@given(seed=SEEDS, n=SIZES, d=SIZES, h=SIZES)
def test_the_derivative_of_c_by_the_previous_c_is_the_forget_gate(seed, n, d, h):
    x, prev_h, prev_c, Wx, Wh, b = lstm_arguments(seed, n, d, h)
    _, _, cache = lstm.lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b)
    _, _, dprev_c, *_ = lstm.lstm_step_backward(np.zeros((n, h)), np.ones((n, h)), cache)
    _, a_f, _, _ = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    assert close(dprev_c, activations.sigmoid(a_f))


@given(seed=SEEDS, n=SIZES, d=SIZES, h=SIZES)
def test_an_open_forget_gate_and_a_closed_input_gate_keep_the_cell(seed, n, d, h):
    x, prev_h, prev_c, Wx, Wh, b = lstm_arguments(seed, n, d, h)
    b = np.repeat([-1e3, 1e3, 0.0, 0.0], h)  # i = 0, f = 1
    next_h, next_c, _ = lstm.lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b)
    assert close(next_c, prev_c)
    assert (np.abs(next_h) < 1).all()


@given(seed=SEEDS, n=SIZES, d=SIZES, h=SIZES)
def test_a_gru_with_an_open_update_gate_keeps_its_state(seed, n, d, h):
    x, prev_h, _, Wx, Wh, _ = lstm_arguments(seed, n, d, h)
    bx = np.repeat([0.0, 1e3, 0.0], h)  # z = 1
    next_h, _ = gru.gru_step_forward(x, prev_h, Wx[:, : 3 * h], Wh[:, : 3 * h], bx, np.zeros(3 * h))
    assert close(next_h, prev_h)


@given(seed=SEEDS, n=SIZES, d=SIZES, h=SIZES, t=st.integers(2, 5), data=st.data())
def test_a_sequence_is_its_two_halves_one_after_the_other(seed, n, d, h, t, data):
    rng = np.random.default_rng(seed)
    x, h0, b = rng.normal(size=(n, t, d)), rng.normal(size=(n, h)), rng.normal(size=3 * h)
    Wx, Wh = rng.normal(size=(d, 3 * h)), rng.normal(size=(h, 3 * h))
    cut = data.draw(st.integers(1, t - 1))
    for forward, weights in (
        (rnn.rnn_forward, (Wx[:, :h], Wh[:, :h], b[:h])),
        (gru.gru_forward, (Wx, Wh, b, -b)),
    ):
        whole, _ = forward(x, h0, *weights)
        first, _ = forward(x[:, :cut], h0, *weights)
        second, _ = forward(x[:, cut:], first[:, -1], *weights)
        assert close(np.concatenate([first, second], axis=1), whole)


@given(seed=SEEDS, h=SIZES, t=st.integers(1, 5))
def test_the_gradient_at_h0_is_the_state_jacobian_times_the_last_gradient(seed, h, t):
    rng = np.random.default_rng(seed)
    Wh = rng.normal(size=(h, h))
    states, cache = rnn.rnn_forward(
        rng.normal(size=(1, t, 2)), rng.normal(size=(1, h)), rng.normal(size=(2, h)), Wh, rng.normal(size=h)
    )
    dh = np.zeros((1, t, h))
    dh[:, -1] = rng.normal(size=h)
    _, dh0, *_ = rnn.rnn_backward(dh, cache)
    assert close(dh0[0], rnn.state_jacobian(states[0], Wh) @ dh[0, -1])


# --- words ---------------------------------------------------------------------------------------


@given(counts=COUNTS, n=SIZES, seed=SEEDS)
def test_the_probabilities_of_all_words_of_a_huffman_tree_sum_to_1(counts, n, seed):
    rng = np.random.default_rng(seed)
    tree = hierarchical_softmax.huffman_tree(counts)
    h, inner = rng.normal(size=n), 5 * rng.normal(size=(len(counts) - 1, n))
    p = [hierarchical_softmax.path_probability(h, word, inner, tree) for word in range(len(counts))]
    assert close(sum(p), 1)
    loss, *_ = hierarchical_softmax.hierarchical_softmax_loss(h, 0, inner, tree)
    assert close(np.exp(-loss), p[0])


@given(counts=COUNTS)
def test_huffman_codes_are_prefix_free_full_and_within_one_bit_of_the_entropy(counts):
    tree = hierarchical_softmax.huffman_tree(counts)
    assert not any(later.startswith(earlier) for earlier, later in pairwise(sorted(tree.codes)))
    assert sum(0.5 ** len(code) for code in tree.codes) == 1  # Kraft: no place is left
    assert all(len(code) == len(path) for code, path in zip(tree.codes, tree.paths, strict=True))
    assert {path[0] for path in tree.paths} == {len(counts) - 2}  # every way starts at the root
    bits = losses.entropy(counts / counts.sum(), 2)
    length = hierarchical_softmax.mean_code_length(counts, tree)
    assert bits - 1e-9 <= length <= bits + 1 + 1e-9


def test_a_word_that_never_occurs_can_cost_a_whole_bit_above_the_entropy_and_no_more():
    for counts in ([1, 0], [1, 0, 0], [5, 0, 0, 0]):
        tree = hierarchical_softmax.huffman_tree(np.array(counts, dtype=float))
        assert hierarchical_softmax.mean_code_length(np.array(counts), tree) == 1  # the entropy is 0


@given(counts=COUNTS)
def test_words_of_one_subtree_share_code_and_path_up_to_where_they_part(counts):
    tree = hierarchical_softmax.huffman_tree(counts)
    for code, path in zip(tree.codes, tree.paths, strict=True):
        for other_code, other_path in zip(tree.codes, tree.paths, strict=True):
            turns = [a == b for a, b in zip(code, other_code, strict=False)]
            parting = turns.index(False) if False in turns else len(turns)
            assert path[: parting + 1] == other_path[: parting + 1]


@given(seed=SEEDS, V=SIZES, n=SIZES, data=st.data())
def test_one_context_word_makes_cbow_and_skip_gram_the_same(seed, V, n, data):
    rng = np.random.default_rng(seed)
    W, W_out = rng.normal(size=(V, n)), rng.normal(size=(n, V))
    word, target = data.draw(st.integers(0, V - 1)), data.draw(st.integers(0, V - 1))
    found = [
        word2vec.word2vec_loss(word, target, W, W_out),
        word2vec.cbow_loss(np.array([word]), target, W, W_out),
        word2vec.skip_gram_loss(word, np.array([target]), W, W_out),
    ]
    for others in zip(*found, strict=True):
        assert close(others[1], others[0])
        assert close(others[2], others[0])
    x = np.zeros(V)
    x[word] = 1
    h, _, p = word2vec.word2vec_forward(x, W, W_out)
    assert (h == W[word]).all()
    assert close(-np.log(p[target]), found[0][0])


@given(counts=COUNTS)
def test_a_power_below_1_makes_rare_words_likelier(counts):
    plain = negative_sampling.negative_sampling_distribution(counts, power=1)
    flat = negative_sampling.negative_sampling_distribution(counts)
    assert close(flat.sum(), 1)
    rarest, commonest = np.where(counts > 0, counts, 99).argmin(), counts.argmax()
    assert flat[rarest] >= plain[rarest] - 1e-12
    assert flat[commonest] <= plain[commonest] + 1e-12


@pytest.mark.parametrize("train", [embedding_training.train_cbow, embedding_training.train_skip_gram])
def test_training_lowers_the_loss_and_leaves_the_start_alone(train):
    words = np.tile([0, 1, 2, 3], 5)
    W, W_out = embedding_training.initial_vectors(4, 6, seed=0)
    start = copy.deepcopy((W, W_out))
    _, _, mean_losses = train(words, W, W_out, radius=1, learning_rate=0.2, epochs=20)
    # 0 and 2 have the same neighbours, 1 and 3 too: what is left is the bit that says which of the two
    predictions = 1 if train is embedding_training.train_cbow else 2 - 2 / len(words)
    assert 0.9 * predictions * np.log(2) < mean_losses[-1] < 1.2 * predictions * np.log(2) < mean_losses[0]
    assert (start[0] == W).all()
    assert (W_out == start[1]).all()
