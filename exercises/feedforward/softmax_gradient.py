"""From the derivatives of softmax to the gradient of softmax with cross entropy."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="feedforward.softmax losses.softmax_loss",
    difficulty=2,
    symbols={"p": "(C,)", "t": "(C,)", "p_i": "()", "p_j": "()"},
    steps={
        "J_ii": (1, "p_i*(1-p_i)"),
        "J_ij": (1, "-p_i*p_j"),
        "dp": (2, "-t/p"),
        "dx": (4, "p-t"),
    },
)


@exercise.point
def consistent(rng):
    """t is any distribution, not one-hot: t * t and t are told apart."""
    x, (t, _) = rng.normal(size=5), rng.dirichlet(np.full(5, 2.0), size=2)
    p = np.exp(x) / np.exp(x).sum()
    return dict(p=p, t=t, p_i=p[0], p_j=p[1])


exercise.misconception(
    of="J_ii", numerator_only="p_i", denominator_only="-p_i^2", complement="1-p_i", tanh_formula="1-p_i^2"
)
exercise.misconception(
    of="J_ij", zero_outside_the_diagonal="0", sign_lost="p_i*p_j", sigmoid_everywhere="p_i*(1-p_j)"
)
exercise.misconception(of="dp", minus_forgotten="t/p", loss_itself="-t*log(p)", weight_forgotten="-1/p")
exercise.misconception(of="dp", logarithm_kept="-log(p)", binary_terms="-t/p + (1-t)/(1-p)")
exercise.misconception(
    of="dx",
    diagonal_only="-t*(1-p)",
    reversed_difference="t-p",
    target_forgotten="p",
    through_the_sigmoid="(p-t)*p*(1-p)",
    softmax_skipped="-t/p",
)
