"""Two heads on shared features: gradients of a class head and a box head, and of what they share."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="vision.localization feedforward.fc",
    difficulty=3,
    symbols={
        "h": "(D,)",
        "V": "(C, D)",
        "W": "(4, D)",
        "s": "(C,)",
        "b": "(4,)",
        "y": "(C,)",
        "t": "(4,)",
        "a": "()",
    },
    steps={
        "ds": (2, "softmax(s) - y"),
        "db": (2, "2*a*(b - t)"),
        "dV": (1, "outer(ds, h)"),
        "dW": (1, "outer(db, h)"),
        "dh": (3, "V.T@ds + W.T@db"),
    },
)


@exercise.point
def consistent(rng):
    d, c = 5, 3
    h, V, W = rng.normal(size=d), rng.normal(size=(c, d)), rng.normal(size=(4, d))
    return dict(
        h=h,
        V=V,
        W=W,
        s=V @ h,
        b=W @ h,
        y=np.eye(c)[rng.integers(c)],
        t=rng.normal(size=4),
        a=rng.uniform(0.2, 3),
    )


exercise.misconception(
    of="ds",
    label_not_subtracted="softmax(s)",
    scores_not_normalised="s - y",
    probability_over="-y/softmax(s)",
)
exercise.misconception(of="ds", negated="y - softmax(s)")
exercise.misconception(of="db", same_as="negated", true_minus_predicted="2*a*(t - b)")
exercise.misconception(
    of="db",
    two_forgotten="a*(b - t)",
    weight_forgotten="2*(b - t)",
    mean_over_coordinates="a*(b - t)/2",
    sign_only="a*sign(b - t)",
    as_for_classes="a*(softmax(b) - t)",
)
exercise.misconception(of="dV", same_as="label_not_subtracted", probabilities_only="outer(softmax(s), h)")
exercise.misconception(of="dW", output_for_its_gradient="outer(b, h)")
exercise.misconception(
    of="dh", class_head_only="V.T@ds", box_head_only="W.T@db", weighted_twice="V.T@ds + a*(W.T@db)"
)
