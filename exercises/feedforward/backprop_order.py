"""The steps of one training iteration of a two-layer network, in order."""

from exercises.kit import Order

exercise = Order(
    syllabus="feedforward.backprop",
    difficulty=1,
    points=5,
    items="batch hidden relu scores probs dscores dupper dh da dlower update",
    after={
        "hidden": "batch",
        "relu": "hidden",
        "scores": "relu",
        "probs": "scores",
        "dscores": "probs",
        "dupper": "dscores",
        "dh": "dscores",
        "da": "dh",
        "dlower": "da",
        "update": "dupper dlower",
    },
)
exercise.misconception(
    updated_too_early="update dh",
    scores_before_relu="scores relu",
    slope_after_the_weights="dlower da",
    softmax_too_early="probs scores",
    lower_layer_first="dlower dscores",
    backward_before_forward="dscores probs",
)
