"""The steps of batch normalisation's forward pass in training, in order."""

from exercises.kit import Order

exercise = Order(
    syllabus="regularisation.batchnorm",
    difficulty=1,
    points=4,
    items="mean centre variance running root divide scale shift",
    after={
        "centre": "mean",
        "variance": "centre",
        "running": "variance",
        "root": "variance",
        "divide": "root",
        "scale": "divide",
        "shift": "scale",
    },
)
exercise.misconception(
    shifted_before_scaling="shift scale",
    normalised_at_the_end="scale shift divide",
    variance_before_the_mean="variance mean centre",
    divided_before_centring="divide centre",
)
