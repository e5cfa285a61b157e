"""The steps of a convolution layer's forward and backward pass, in order."""

from exercises.kit import Order

exercise = Order(
    syllabus="cnn.conv",
    difficulty=2,
    points=4,
    items="pad cut multiply bias loss upstream windows add_up cut_off step",
    after={
        "cut": "pad",
        "multiply": "cut",
        "bias": "multiply",
        "loss": "bias",
        "upstream": "loss",
        "windows": "upstream",
        "add_up": "upstream",
        "cut_off": "add_up",
        "step": "windows add_up",
    },
)
exercise.misconception(
    padding_cut_off_too_early="cut_off add_up",
    weights_changed_before_the_gradient_is_complete="step add_up",
    windows_before_padding="cut pad",
    gradient_before_the_loss="upstream loss",
)
