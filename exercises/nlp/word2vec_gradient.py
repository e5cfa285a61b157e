"""word2vec derived: loss and gradients from one-hot vectors to both weight matrices."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="nlp.word2vec_loss nlp.word_vector nlp.one_hot",
    difficulty=2,
    symbols={"x": "(V,)", "t": "(V,)", "W": "(V, N)", "W_out": "(N, V)"},
    steps={
        "h": (1, "W.T @ x"),
        "y": (1, "W_out.T @ h"),
        "loss": (2, "log(sum(exp(y))) - t @ y"),
        "dy": (2, "softmax(y) - t"),
        "dW_out": (2, "outer(h, dy)"),
        "dh": (1, "W_out @ dy"),
        "dW": (2, "outer(x, dh)"),
    },
)


@exercise.point
def consistent(rng):
    """x and t are one-hot, of different words."""
    word, target = rng.choice(5, size=2, replace=False)
    x, t = np.eye(5)[[word, target]]
    return dict(x=x, t=t, W=rng.normal(size=(5, 3)), W_out=rng.normal(size=(3, 5)))


exercise.misconception(of="h", target_goes_in="W.T @ t", word_from_the_second_matrix="W_out @ x")
exercise.misconception(of="y", first_matrix_again="W @ h", softmax_already="softmax(W_out.T @ h)")
exercise.misconception(
    of="loss",
    no_normalisation="-(t @ y)",
    loss_negated="t @ y - log(sum(exp(y)))",
    every_word="sum(-log(softmax(y)))",
    log_and_sum_exchanged="sum(log(exp(y))) - t @ y",
    loss_of_the_input="log(sum(exp(y))) - x @ y",
)
exercise.misconception(of="loss", same_as="no_normalisation", probability_itself="-(t @ exp(y))")
exercise.misconception(
    of="dy",
    target_not_subtracted="softmax(y)",
    sign_of_dy="t - softmax(y)",
    no_softmax="exp(y) - t",
    only_the_target="t*(softmax(y) - t)",
)
exercise.misconception(
    of="dW_out", output_gradient_transposed="outer(dy, h)", hidden_code_forgotten="outer(x, dy)"
)
exercise.misconception(of="dW", row_of_the_target="outer(t, dh)", input_gradient_transposed="outer(dh, x)")
