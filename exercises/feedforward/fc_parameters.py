"""How many parameters a stack of fully connected layers has."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    height: int
    width: int
    channels: int
    hidden: tuple[int, int]
    classes: int


def draw(rng):
    height, width = rng.choice([10, 12, 14, 15, 16], size=2, replace=False)
    first, second = rng.choice([20, 25, 30, 40, 50], size=2, replace=False)
    return Params(
        height=height,
        width=width,
        channels=rng.choice([2, 3, 4]),
        hidden=(first, second),
        classes=rng.choice([4, 5, 6, 7, 8, 9, 11]),
    )


exercise = Numeric(syllabus="feedforward.fc", difficulty=1, draw=draw)


@exercise.step(points=1, ge=1)
def inputs(p):
    return p.height * p.width * p.channels


@exercise.step(points=2, ge=1)
def first(p, inputs):
    return (inputs + 1) * p.hidden[0]


@exercise.step(points=2, ge=1)
def second(p):
    return (p.hidden[0] + 1) * p.hidden[1]


@exercise.step(points=2, ge=1)
def total(p, first, second):
    return first + second + (p.hidden[1] + 1) * p.classes


@exercise.step(points=3, ge=1)
def one_more(p, inputs):
    return inputs + 1 + p.hidden[1]


@exercise.misconception(of="inputs")
def channels_forgotten(p):
    return p.height * p.width


@exercise.misconception(of="first")
def no_biases(p, inputs):
    return inputs * p.hidden[0]


@exercise.misconception(of="second", same_as="no_biases")
def no_biases_in_the_second(p):
    return p.hidden[0] * p.hidden[1]


@exercise.misconception(of="first")
def bias_for_each_input(p, inputs):
    return inputs * (p.hidden[0] + 1)


@exercise.misconception(of="second", same_as="bias_for_each_input")
def bias_for_each_input_of_the_second(p):
    return p.hidden[0] * (p.hidden[1] + 1)


@exercise.misconception(of="first")
def one_bias_in_all(p, inputs):
    return inputs * p.hidden[0] + 1


@exercise.misconception(of="second", same_as="one_bias_in_all")
def one_bias_in_the_second(p):
    return p.hidden[0] * p.hidden[1] + 1


@exercise.misconception(of="first")
def neurons_counted(p, inputs):
    return inputs + p.hidden[0]


@exercise.misconception(of="second", same_as="neurons_counted")
def neurons_of_the_second(p):
    return p.hidden[0] + p.hidden[1]


@exercise.misconception(of="second")
def linked_to_the_input(p):
    return (p.height * p.width * p.channels + 1) * p.hidden[1]


@exercise.misconception(of="total")
def last_layer_forgotten(p, first, second):
    return first + second


@exercise.misconception(of="one_more")
def incoming_only(p, inputs):
    return inputs + 1


@exercise.misconception(of="one_more")
def bias_of_the_new_one_forgotten(p, inputs):
    return inputs + p.hidden[1]


@exercise.misconception(of="one_more")
def linked_within_the_layer(p, inputs):
    return inputs + 1 + p.hidden[1] + p.hidden[0]
