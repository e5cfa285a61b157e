"""Gradients of penalised losses, and what a step of gradient descent does to a weight."""

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="regularisation.l1 regularisation.l2 losses.full optimisation.update",
    difficulty=2,
    symbols={"w": "(D,)", "dw_data": "(D,)", "lambda1": "()", "lambda2": "()", "eta": "()"},
    steps={
        "dnorm": (2, "w/sqrt(sum(w^2))"),
        "dR1": (1, "lambda1*sign(w)"),
        "dR2": (1, "2*lambda2*w"),
        "dw": (1, "dw_data + dR1 + dR2"),
        "w_new": (1, "w - eta*dw"),
        "shrink": (2, "1 - 2*eta*lambda2"),
    },
)


@exercise.point
def consistent(rng):
    w = rng.choice([-1, 1], size=4) * rng.uniform(0.3, 2, size=4)
    lambda1, lambda2, eta = rng.uniform([0.1, 0.1, 0.05], [0.9, 0.9, 0.5])
    return dict(w=w, dw_data=rng.normal(size=4), lambda1=lambda1, lambda2=lambda2, eta=eta)


exercise.misconception(
    of="dnorm",
    gradient_of_the_square="2*w",
    factor_not_cancelled="w/(2*sqrt(sum(w^2)))",
    divided_by_the_square="w/sum(w^2)",
    each_entry_alone="w/sqrt(w^2)",
)
exercise.misconception(
    of="dR1",
    magnitude_for_sign="lambda1*abs(w)",
    weights_for_sign="lambda1*w",
    slope_always_positive="lambda1",
    strength_forgotten="sign(w)",
)
exercise.misconception(of="dR2", factor_two_forgotten="lambda2*w", norm_not_squared="lambda2*dnorm")
exercise.misconception(of="dR2", same_as="strength_forgotten", l2_strength_forgotten="2*w")
exercise.misconception(of="dw", data_forgotten="dR1 + dR2", one_penalty_only="dw_data + dR2")
exercise.misconception(of="dw", same_as="one_penalty_only", l1_penalty_only="dw_data + dR1")
exercise.misconception(of="w_new", step_upwards="w + eta*dw", gradient_for_the_weight="-eta*dw")
exercise.misconception(of="w_new", penalties_left_out="w - eta*dw_data")
exercise.misconception(
    of="shrink",
    shrinks_by_the_strength="1 - eta*lambda2",
    only_the_loss="2*eta*lambda2",
    grows="1 + 2*eta*lambda2",
)
