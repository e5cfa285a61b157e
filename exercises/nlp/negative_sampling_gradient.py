"""Negative sampling derived: loss and gradients for one true word and K negatives."""

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="nlp.negative_sampling",
    difficulty=3,
    symbols={"h": "(N,)", "u": "(N,)", "U": "(K, N)"},
    steps={
        "loss": (2, "-log(sigmoid(u @ h)) - sum(log(sigmoid(-(U @ h))))"),
        "ds": (1, "sigmoid(u @ h) - 1"),
        "dn": (2, "sigmoid(U @ h)"),
        "dh": (2, "ds*u + U.T @ dn"),
        "du": (1, "ds*h"),
        "dU": (2, "outer(dn, h)"),
    },
)


@exercise.point
def consistent(rng):
    return dict(h=rng.normal(size=3), u=rng.normal(size=3), U=rng.normal(size=(4, 3)))


exercise.misconception(
    of="loss",
    negatives_as_positives="-log(sigmoid(u @ h)) - sum(log(sigmoid(U @ h)))",
    mean_of_the_negatives="-log(sigmoid(u @ h)) - mean(log(sigmoid(-(U @ h))))",
    loss_negated="log(sigmoid(u @ h)) + sum(log(sigmoid(-(U @ h))))",
    negatives_forgotten="-log(sigmoid(u @ h))",
    negatives_added="-log(sigmoid(u @ h)) + sum(log(sigmoid(-(U @ h))))",
)
exercise.misconception(
    of="ds",
    one_not_subtracted="sigmoid(u @ h)",
    sign_of_the_true_word="1 - sigmoid(u @ h)",
    derivative_of_the_sigmoid="sigmoid(u @ h)*(1 - sigmoid(u @ h))",
)
exercise.misconception(
    of="dn", one_subtracted_from_the_negatives="sigmoid(U @ h) - 1", sign_of_the_negatives="-sigmoid(U @ h)"
)
exercise.misconception(
    of="dn", same_as="derivative_of_the_sigmoid", for_the_negatives="sigmoid(U @ h)*(1 - sigmoid(U @ h))"
)
exercise.misconception(of="dh", true_word_only="ds*u", negatives_only="U.T @ dn")
exercise.misconception(of="du", the_word_itself="ds*u")
exercise.misconception(of="dU", transposed="outer(h, dn)", all_rows_alike="outer(dn, u)")
