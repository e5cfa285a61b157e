"""Laws of losses, descent, convolution, regularisation and boxes: what the formulas imply by themselves."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reference_impl import (
    activations,
    batchnorm,
    convolution,
    localisation,
    losses,
    optimisation,
    pooling,
    regularisation,
    shapes,
)
from tests.reference_impl.closeness import close

SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.integers(1, 6)
SCORES = arrays(float, st.tuples(SIZES, SIZES), elements=st.floats(-50, 50))
NUMBERS = arrays(float, st.tuples(SIZES, SIZES), elements=st.floats(-1e3, 1e3))


@st.composite
def distributions(draw, many=2):
    k, rng = draw(SIZES), np.random.default_rng(draw(SEEDS))
    found = rng.dirichlet(np.full(k, draw(st.sampled_from([0.3, 1.0, 20.0]))), size=many)
    return np.maximum(found, 1e-12) / np.maximum(found, 1e-12).sum(axis=1, keepdims=True)


# --- activations and losses ----------------------------------------------------------------------


@given(x=NUMBERS)
def test_sigmoid_of_minus_x_is_one_minus_sigmoid_and_tanh_is_a_sigmoid(x):
    assert close(activations.sigmoid(-x), 1 - activations.sigmoid(x))
    assert close(activations.tanh(x), 2 * activations.sigmoid(2 * x) - 1)


@given(x=SCORES, shift=st.floats(-1e4, 1e4))
def test_softmax_is_a_distribution_and_a_shift_changes_nothing(x, shift):
    p = activations.softmax(x)
    assert (p >= 0).all()
    assert close(p.sum(axis=1), np.ones(len(x)))
    assert close(activations.softmax(x + shift), p)


@given(x=SCORES)
def test_rows_and_columns_of_the_softmax_jacobian_sum_to_zero(x):
    J = activations.softmax_jacobian(x[0])
    assert close(J.sum(axis=0), 0)
    assert close(J.sum(axis=1), 0)


@given(pq=distributions(), base=st.sampled_from([np.e, 2.0]))
def test_entropy_and_relative_entropy_make_cross_entropy(pq, base):
    p, q = pq
    both = losses.entropy(p, base) + losses.kl_divergence(p, q, base)
    assert close(both, losses.cross_entropy(p, q, base))


@given(pq=distributions())
def test_relative_entropy_is_never_negative_and_zero_only_of_itself(pq):
    p, q = pq
    assert losses.kl_divergence(p, q) >= -1e-12
    assert abs(losses.kl_divergence(p, p)) <= 1e-12
    assert losses.kl_divergence(p, q) >= np.abs(p - q).sum() ** 2 / 2 - 1e-12  # Pinsker's inequality


@given(pq=distributions(many=1))
def test_entropy_lies_between_zero_and_that_of_the_uniform_distribution_and_bits_are_nats_by_log_2(pq):
    (p,) = pq
    assert -1e-12 <= losses.entropy(p, 2) <= np.log2(len(p)) + 1e-12
    assert close(losses.entropy(p, 2) * np.log(2), losses.entropy(p))


@given(x=SCORES, data=st.data())
def test_softmax_loss_is_the_cross_entropy_of_the_labels_and_softmax(x, data):
    y = data.draw(arrays(int, len(x), elements=st.integers(0, x.shape[1] - 1)))
    each = [
        losses.cross_entropy(onehot, p)
        for onehot, p in zip(np.eye(x.shape[1])[y], activations.softmax(x), strict=True)
    ]
    loss, dx = losses.softmax_loss(x, y)
    assert close(loss, np.mean(each))
    assert close(dx.sum(axis=1), 0)


@given(x=SCORES, data=st.data(), shift=st.floats(-1e3, 1e3))
def test_hinge_loss_is_unchanged_by_a_shift_and_its_gradient_sums_to_zero(x, data, shift):
    y = data.draw(arrays(int, len(x), elements=st.integers(0, x.shape[1] - 1)))
    loss, dx = losses.svm_loss(x, y)
    assert close(losses.svm_loss(x + shift, y)[0], loss)
    assert close(dx.sum(axis=1), 0)


# --- gradient descent ----------------------------------------------------------------------------


@given(w=NUMBERS, seed=SEEDS)
def test_no_step_of_the_same_length_descends_as_the_negative_gradient_does(w, seed):
    dw, step = np.random.default_rng(seed).normal(size=(2, *w.shape))
    step *= np.linalg.norm(dw) / np.linalg.norm(step)
    steepest = optimisation.directional_derivative(dw, -dw)
    assert steepest <= optimisation.directional_derivative(dw, step) + 1e-9
    assert close(steepest, -(np.linalg.norm(dw) ** 2))


@given(n=st.integers(1, 6), d=st.integers(1, 3), epochs=st.integers(1, 3), seed=SEEDS)
def test_one_batch_of_all_samples_is_bgd_and_batches_of_one_are_sgd(n, d, epochs, seed):
    rng = np.random.default_rng(seed)
    w, X, y = rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)
    orders = optimisation.epoch_orders(n, epochs, int(rng.integers(1000)))

    def gradient(w, X, y):
        return optimisation.least_squares_loss(w, X, y)[1]

    problem = gradient, w, X, y, 0.05
    all_at_once = optimisation.minibatch_gradient_descent(*problem, orders, n)
    assert close(all_at_once, optimisation.batch_gradient_descent(*problem, epochs))
    one_by_one = optimisation.minibatch_gradient_descent(*problem, orders, 1)
    assert close(one_by_one, optimisation.stochastic_gradient_descent(*problem, orders))


@given(w=NUMBERS, seed=SEEDS)
def test_the_first_step_of_adam_is_the_learning_rate_whatever_the_gradients_size(w, seed):
    dw = np.random.default_rng(seed).choice([-1e3, -1.0, 1.0, 1e3], size=w.shape)
    config = {"learning_rate": 0.1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-12}
    next_w, _ = optimisation.adam(w, dw, config)
    assert close(next_w - w, -0.1 * np.sign(dw))


# --- convolution and pooling ---------------------------------------------------------------------


@given(x=NUMBERS, data=st.data())
def test_convolving_a_delta_gives_the_kernel_and_with_a_delta_gives_the_image(x, data):
    delta = np.zeros((2 * x.shape[0] - 1, 2 * x.shape[1] - 1))
    delta[x.shape[0] - 1, x.shape[1] - 1] = 1
    assert close(convolution.true_convolution(delta, x), x)
    assert close(convolution.cross_correlation(delta, x), x[::-1, ::-1])
    rows, columns = data.draw(st.integers(1, x.shape[0])), data.draw(st.integers(1, x.shape[1]))
    kernel = np.zeros((rows, columns))
    kernel[-1, -1] = 1  # flipped, it stands at the window's first place
    shifted = x[: x.shape[0] - rows + 1, : x.shape[1] - columns + 1]
    assert close(convolution.true_convolution(x, kernel), shifted)


@given(
    seed=SEEDS, n=st.integers(1, 2), side=st.integers(3, 6), stride=st.integers(1, 3), pad=st.integers(0, 2)
)
def test_backward_of_a_convolution_is_the_transpose_of_its_forward(seed, n, side, stride, pad):
    """<dout, conv(x)> = <dx, x> where b = 0: the gradient of a linear map is its transpose."""
    rng = np.random.default_rng(seed)
    x, w = rng.normal(size=(n, 2, side, side)), rng.normal(size=(3, 2, 3, 2))
    out, cache = convolution.conv_forward(x, w, np.zeros(3), {"stride": stride, "pad": pad})
    dout = rng.normal(size=out.shape)
    dx, dw, _ = convolution.conv_backward(dout, cache)
    assert close(np.sum(dx * x), np.sum(dout * out))
    assert close(np.sum(dw * w), np.sum(dout * out))


@given(size=st.integers(2, 7), sigmas=st.tuples(st.floats(0.2, 5), st.floats(0.2, 5)))
def test_the_wider_gaussian_blurs_more_and_the_mean_most(size, sigmas):
    narrow, wide = sorted(sigmas)
    assume(wide > 1.01 * narrow)
    gains = [
        convolution.noise_gain(convolution.mean_kernel(size)),
        convolution.noise_gain(convolution.gaussian_kernel(size, wide)),
        convolution.noise_gain(convolution.gaussian_kernel(size, narrow)),
    ]
    assert gains[0] <= gains[1] < gains[2] + 1e-12
    assert close(gains[0], 1 / size**2)
    assert close(convolution.gaussian_kernel(size, wide).sum(), 1)


@given(
    layers=st.lists(st.tuples(st.integers(1, 4), st.integers(1, 3)), max_size=4),
    outputs=st.integers(1, 3),
)
def test_an_input_as_large_as_the_receptive_field_has_one_output(layers, outputs):
    stack = [{"kernel": kernel, "stride": stride} for kernel, stride in layers]
    size = shapes.receptive_field(stack) + (outputs - 1) * int(np.prod([s for _, s in layers] or [1]))
    for kernel, stride in layers:
        size = shapes.window_output_size(size, kernel, stride)
    assert size == outputs


@given(seed=SEEDS, height=st.integers(1, 3), width=st.integers(1, 3), stride=st.integers(1, 4))
def test_pooling_sends_all_of_the_gradient_back(seed, height, width, stride):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(2, 3, 5, 6))
    param = {"pool_height": height, "pool_width": width, "stride": stride}
    pairs = (
        (pooling.max_pool_forward, pooling.max_pool_backward),
        (pooling.avg_pool_forward, pooling.avg_pool_backward),
    )
    for forward, backward in pairs:
        out, cache = forward(x, param)
        dout = rng.normal(size=out.shape)
        assert close(backward(dout, cache).sum(axis=(2, 3)), dout.sum(axis=(2, 3)))


# --- regularisation ------------------------------------------------------------------------------


@given(seed=SEEDS, n=st.integers(2, 8), d=SIZES, spread=st.sampled_from([1, 30, 1e3]))
def test_batchnorm_gives_mean_0_and_variance_1_and_its_gradient_sums_to_zero(seed, n, d, spread):
    rng = np.random.default_rng(seed)
    x = spread * rng.normal(size=(n, d)) + 3
    assume(x.std(axis=0).min() > 0.1)
    param = {"mode": "train", "eps": 1e-12, "momentum": 0.0}
    param |= {"running_mean": np.zeros(d), "running_var": np.ones(d)}
    out, cache = batchnorm.batchnorm_forward(x, np.ones(d), np.zeros(d), param)
    assert close(out.mean(axis=0), 0)
    assert close(out.var(axis=0), 1)
    test_mode, _ = batchnorm.batchnorm_forward(x, np.ones(d), np.zeros(d), param | {"mode": "test"})
    assert close(test_mode, out)  # momentum 0: the running statistics are the batch's
    dx, _, _ = batchnorm.batchnorm_backward(rng.normal(size=x.shape), cache)
    assert close(dx.sum(axis=0), 0)
    assert close(
        (dx * cache[0]).sum(axis=0), 0, 1e-7
    )  # but for eps: no change of x_hat's scale changes the output


@given(seed=st.integers(0, 10**6), p=st.sampled_from([0.2, 0.5, 0.9]))
def test_dropout_keeps_the_share_p_and_the_mean(seed, p):
    x = np.full((100, 100), 3.0)
    out, cache = regularisation.dropout_forward(x, {"p": p, "mode": "train", "seed": seed})
    kept = out != 0
    assert abs(kept.mean() - p) < 6 * np.sqrt(p * (1 - p) / x.size)
    assert close(out[kept], 3.0 / p)
    assert close(regularisation.dropout_backward(x, cache), out)
    again, _ = regularisation.dropout_forward(x, {"p": p, "mode": "train", "seed": seed})
    assert (again == out).all()


@given(w=NUMBERS, factor=st.floats(-10, 10))
def test_norms_are_homogeneous_and_ordered(w, factor):
    for norm in (regularisation.l1_norm, regularisation.l2_norm):
        assert close(norm(factor * w), abs(factor) * norm(w))
    l1, l2 = regularisation.l1_norm(w), regularisation.l2_norm(w)
    assert l2 <= l1 * (1 + 1e-12)
    assert l1 <= np.sqrt(w.size) * l2 * (1 + 1e-12) + 1e-150  # the square of less is 0
    assert close(regularisation.l2_penalty(w, 1.0)[0], l2**2)


# --- boxes ---------------------------------------------------------------------------------------

BOXES = st.tuples(*[st.floats(-10, 10)] * 4).map(
    lambda c: np.array([min(c[0], c[2]), min(c[1], c[3]), max(c[0], c[2]), max(c[1], c[3])])
)


@given(box=BOXES, other=BOXES, move=st.floats(-5, 5), zoom=st.sampled_from([0.5, 2.0, 8.0]))
def test_iou_is_symmetric_between_0_and_1_and_the_same_wherever_and_however_large(box, other, move, zoom):
    assume((box[2:] - box[:2]).min() > 0.01)
    found = localisation.iou(box, other)
    assert 0 <= found <= 1
    assert found == localisation.iou(other, box)
    assert close(localisation.iou(zoom * box, zoom * other), found)
    assert close(localisation.iou(box + move, other + move), found, 1e-6)
    assert close(localisation.iou(box, box), 1)
