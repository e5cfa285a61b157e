"""The steps of mini-batch training with momentum, in order."""

from exercises.kit import Order

exercise = Order(
    syllabus="optimisation.mbgd optimisation.momentum optimisation.update",
    difficulty=1,
    points=5,
    items="initialise rest shuffle batch forward backward velocity weights validate",
    after={
        "rest": "",
        "shuffle": "initialise rest",
        "batch": "shuffle",
        "forward": "batch",
        "backward": "forward",
        "velocity": "backward",
        "weights": "velocity",
        "validate": "weights",
    },
)
exercise.misconception(
    backward_before_forward="backward forward",
    weights_before_the_velocity="weights velocity",
    shuffled_after_the_batch="batch shuffle",
    validated_before_training="validate weights",
    update_without_a_gradient="velocity backward",
    initialised_in_every_epoch="shuffle initialise",
)
