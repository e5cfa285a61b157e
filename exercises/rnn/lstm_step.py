"""One LSTM step, forward and backward."""

from exercises.kit import Case, Code
from reference_impl import lstm

exercise = Code(
    syllabus="rnn.lstm rnn.lstm_memory",
    difficulty=3,
    calls=[
        "lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b) -> next_h, next_c, cache",
        "lstm_step_backward(dnext_h, dnext_c, cache) -> dx, dprev_h, dprev_c, dWx, dWh, db",
    ],
    reference=lstm,
    opaque="cache",
    points={"forward": 5, "states": 3, "weights": 4},
    checks={"forward": "next_h next_c", "states": "dx dprev_h dprev_c", "weights": "dWx dWh db"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=2)
def steps_in_the_middle(rng):
    """h and c of the step before and both upstream gradients are not 0; N, D and H all differ."""
    h = int(rng.choice([2, 3]))
    n, d = rng.choice([size for size in (2, 3, 4, 5) if size != h], size=2, replace=False)

    def normal(*shape, scale=1.0):
        return (scale * rng.normal(size=shape)).round(2)

    return Case(
        x=normal(n, d),
        prev_h=normal(n, h),
        prev_c=normal(n, h),
        Wx=normal(d, 4 * h, scale=0.6),
        Wh=normal(h, 4 * h, scale=0.6),
        b=normal(4 * h, scale=0.5),
        dnext_h=normal(n, h),
        dnext_c=normal(n, h),
    )


def in_both(forward, backward):
    return {"lstm_step_forward": forward, "lstm_step_backward": backward}


gates, gradients = "a_i, a_f, a_o, a_g = np.split", "np.concatenate([da_i, da_f, da_o, da_g]"

exercise.edits(
    candidate_before_output=in_both(
        (gates, "a_i, a_f, a_g, a_o = np.split"), (gradients, "np.concatenate([da_i, da_f, da_g, da_o]")
    ),
    forget_gate_first=in_both(
        (gates, "a_f, a_i, a_o, a_g = np.split"), (gradients, "np.concatenate([da_f, da_i, da_o, da_g]")
    ),
    output_before_forget=in_both(
        (gates, "a_i, a_o, a_f, a_g = np.split"), (gradients, "np.concatenate([da_i, da_o, da_f, da_g]")
    ),
    hidden_state_without_tanh=in_both(
        ("next_h = o * np.tanh(next_c)", "next_h = o * next_c"),
        [("tanh_c = np.tanh(next_c)", "tanh_c = next_c"), ("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o")],
    ),
    candidate_with_sigmoid=in_both(
        ("np.tanh(a_g)", "sigmoid(a_g)"), ("dc * i * (1 - g**2)", "dc * i * g * (1 - g)")
    ),
    forget_gate_not_applied=in_both(
        ("next_c = f * prev_c + i * g", "next_c = prev_c + i * g"),
        [
            ("da_f = dc * prev_c * f * (1 - f)", "da_f = np.zeros_like(dc)"),
            ("da @ Wh.T, dc * f,", "da @ Wh.T, dc,"),
        ],
    ),
)
exercise.edits(
    of="lstm_step_forward",
    bias_forgotten=("prev_h @ Wh + b, 4", "prev_h @ Wh, 4"),
    previous_hidden_state_ignored=("x @ Wx + prev_h @ Wh + b", "x @ Wx + b"),
)
exercise.edits(
    of="lstm_step_backward",
    no_dnext_c=("dc = dnext_c + dnext_h * o * (1 - tanh_c**2)", "dc = dnext_h * o * (1 - tanh_c**2)"),
    only_dnext_c=("dc = dnext_c + dnext_h * o * (1 - tanh_c**2)", "dc = dnext_c"),
    tanh_not_differentiated=("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o * tanh_c"),
    cell_gradient_only_of_the_next_step=("da @ Wh.T, dc * f,", "da @ Wh.T, dnext_c * f,"),
    forget_gate_lost=("da @ Wh.T, dc * f,", "da @ Wh.T, dc,"),
    sigmoid_for_its_derivative=[
        ("dc * g * i * (1 - i)", "dc * g * i"),
        ("dc * prev_c * f * (1 - f)", "dc * prev_c * f"),
        ("dnext_h * tanh_c * o * (1 - o)", "dnext_h * tanh_c * o"),
    ],
    activations_not_differentiated=[
        ("dc * g * i * (1 - i)", "dc * g"),
        ("dc * prev_c * f * (1 - f)", "dc * prev_c"),
        ("dnext_h * tanh_c * o * (1 - o)", "dnext_h * tanh_c"),
        ("dc * i * (1 - g**2)", "dc * i"),
    ],
    sigmoid_derivative_for_the_candidate=("dc * i * (1 - g**2)", "dc * i * g * (1 - g)"),
    bias_gradient_averaged=("da.sum(axis=0)", "da.mean(axis=0)"),
    bias_gradient_not_summed=("da.sum(axis=0)", "da"),
    c_for_prev_c=("da_f = dc * prev_c", "da_f = dc * next_c"),
)
exercise.edits(
    of="lstm_step_backward",
    same_as="tanh_not_differentiated",
    tanh_derivative_left_out=("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o"),
    square_of_the_cell=("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o * (1 - next_c**2)"),
    square_forgotten=("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o * (1 - tanh_c)"),
)
exercise.edits(
    of="lstm_step_backward",
    same_as="sigmoid_for_its_derivative",
    input_gate_by_its_sigmoid=("dc * g * i * (1 - i)", "dc * g * i"),
)
