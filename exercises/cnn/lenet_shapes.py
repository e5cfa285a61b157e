"""Sizes and parameters of a whole network in the manner of LeNet, down to the last fully connected layer."""

from exercises.kit import Frozen, Numeric
from reference_impl import shapes


class Conv(Frozen):
    kernels: int
    side: int
    padding: int


class Params(Frozen):
    size: int
    channels: int
    conv1: Conv
    conv2: Conv
    pool: int
    hidden: int
    classes: int


def draw(rng):
    return Params(
        size=rng.integers(28, 49),
        channels=rng.choice([1, 3]),
        conv1=Conv(kernels=rng.choice([6, 8]), side=rng.choice([5, 7]), padding=rng.choice([2, 3])),
        conv2=Conv(kernels=rng.choice([12, 16]), side=rng.choice([3, 5]), padding=0),
        pool=rng.choice([2, 3]),
        hidden=rng.choice([60, 84, 120]),
        classes=rng.choice([7, 10, 12]),
    )


exercise = Numeric(syllabus="cnn.pool_size cnn.conv feedforward.fc", difficulty=3, draw=draw)


@exercise.step(points=1, ge=1)
def conv1_out(p):
    return shapes.window_output_size(p.size, p.conv1.side, 1, p.conv1.padding)


@exercise.step(points=1, ge=1)
def pool1_out(p, conv1_out):
    return (conv1_out - p.pool) // 2 + 1


@exercise.step(points=1, ge=1)
def conv2_out(p, pool1_out):
    return pool1_out - p.conv2.side + 1


@exercise.step(points=1, ge=1)
def pool2_out(p, conv2_out):
    return (conv2_out - p.pool) // 2 + 1


@exercise.step(points=1, ge=1)
def flattened(p, pool2_out):
    return p.conv2.kernels * pool2_out**2


@exercise.step(points=2, ge=1)
def conv_parameters(p):
    one, two = p.conv1, p.conv2
    return shapes.conv_parameters(p.channels, one.kernels, one.side, one.side) + shapes.conv_parameters(
        one.kernels, two.kernels, two.side, two.side
    )


@exercise.step(points=2, ge=1)
def fc_parameters(p, flattened):
    return p.hidden * (flattened + 1) + p.classes * (p.hidden + 1)


@exercise.misconception
class padding_ignored:
    def conv1_out(p):
        return p.size - p.conv1.side + 1


@exercise.misconception
class one_forgotten:
    def conv1_out(p):
        return p.size - p.conv1.side + 2 * p.conv1.padding

    def pool1_out(p, conv1_out):
        return (conv1_out - p.pool) // 2

    def conv2_out(p, pool1_out):
        return pool1_out - p.conv2.side

    def pool2_out(p, conv2_out):
        return (conv2_out - p.pool) // 2


@exercise.misconception
class pool_rounded_up:
    def pool1_out(p, conv1_out):
        return -(-(conv1_out - p.pool) // 2) + 1

    def pool2_out(p, conv2_out):
        return -(-(conv2_out - p.pool) // 2) + 1


@exercise.misconception
class pool_moves_by_one:
    def pool1_out(p, conv1_out):
        return conv1_out - p.pool + 1

    def pool2_out(p, conv2_out):
        return conv2_out - p.pool + 1


@exercise.misconception(of="flattened")
def channels_forgotten(p, pool2_out):
    return pool2_out**2


@exercise.misconception(of="flattened")
def one_side_only(p, pool2_out):
    return p.conv2.kernels * pool2_out


@exercise.misconception
class no_biases:
    def conv_parameters(p):
        return conv_parameters(p) - p.conv1.kernels - p.conv2.kernels

    def fc_parameters(p, flattened):
        return fc_parameters(p, flattened) - p.hidden - p.classes


@exercise.misconception(of="conv_parameters")
def input_channels_forgotten(p):
    one, two = p.conv1, p.conv2
    return one.kernels * (one.side**2 + 1) + two.kernels * (two.side**2 + 1)


@exercise.misconception(of="conv_parameters")
def channels_of_the_image_twice(p):
    one, two = p.conv1, p.conv2
    return one.kernels * (p.channels * one.side**2 + 1) + two.kernels * (p.channels * two.side**2 + 1)


@exercise.misconception(of="fc_parameters")
def last_layer_missing(p, flattened):
    return p.hidden * (flattened + 1)


@exercise.misconception(of="fc_parameters")
def flattened_to_the_classes(p, flattened):
    return p.hidden * (flattened + 1) + p.classes * (flattened + 1)
