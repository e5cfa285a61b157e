"""One step of a tanh RNN, forward and backward."""

from exercises.kit import Case, Code
from reference_impl import rnn

exercise = Code(
    syllabus="rnn.cell",
    difficulty=2,
    calls=[
        "rnn_step_forward(x, prev_h, Wx, Wh, b) -> next_h, cache",
        "rnn_step_backward(dnext_h, cache) -> dx, dprev_h, dWx, dWh, db",
    ],
    reference=rnn,
    opaque="cache",
    points={"forward": 3, "states": 3, "weights": 4},
    checks={"forward": "next_h", "states": "dx dprev_h", "weights": "dWx dWh db"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=1)
def steps_in_the_middle(rng):
    """The state before is not 0 and N, D, H all differ: catches what is right at the first step only."""
    n, d, h = rng.choice([2, 3, 4, 5], size=3, replace=False)

    def normal(*shape, scale=1.0):
        return (scale * rng.normal(size=shape)).round(2)

    return Case(
        x=normal(n, d),
        prev_h=rng.uniform(-0.9, 0.9, size=(n, h)).round(2),
        Wx=normal(d, h, scale=0.6),
        Wh=normal(h, h, scale=0.6),
        b=normal(h, scale=0.5),
        dnext_h=normal(n, h),
    )


activation, derivative = "np.tanh(x @ Wx + prev_h @ Wh + b)", "dnext_h * (1 - next_h**2)"

exercise.edits(
    sigmoid_for_tanh={
        "rnn_step_forward": (activation, "1 / (1 + np.exp(-(x @ Wx + prev_h @ Wh + b)))"),
        "rnn_step_backward": (derivative, "dnext_h * next_h * (1 - next_h)"),
    },
    activation_forgotten={
        "rnn_step_forward": (activation, "x @ Wx + prev_h @ Wh + b"),
        "rnn_step_backward": (derivative, "dnext_h * np.ones_like(next_h)"),
    },
)
exercise.edits(
    of="rnn_step_forward",
    bias_forgotten=(activation, "np.tanh(x @ Wx + prev_h @ Wh)"),
    previous_state_ignored=(activation, "np.tanh(x @ Wx + b)"),
)
exercise.edits(
    of="rnn_step_backward",
    tanh_not_differentiated=(derivative, "dnext_h"),
    tanh_applied_twice=(derivative, "dnext_h * (1 - np.tanh(next_h) ** 2)"),
    square_forgotten=(derivative, "dnext_h * (1 - next_h)"),
    square_of_the_input=(derivative, "dnext_h * (1 - np.arctanh(next_h) ** 2)"),
    sigmoid_derivative=(derivative, "dnext_h * next_h * (1 - next_h)"),
    not_transposed=("da @ Wh.T", "da @ Wh"),
    next_for_previous_state=("prev_h.T @ da", "next_h.T @ da"),
    bias_gradient_averaged=("da.sum(axis=0)", "da.mean(axis=0)"),
    bias_gradient_not_summed=("da.sum(axis=0)", "da"),
)
exercise.edits(
    of="rnn_step_backward",
    same_as="tanh_not_differentiated",
    tanh_for_its_derivative=(derivative, "dnext_h * next_h"),
)
