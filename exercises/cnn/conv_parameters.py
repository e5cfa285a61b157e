"""Parameters of two convolution layers, and of the fully connected layer that would do the same."""

from exercises.kit import Frozen, Numeric
from reference_impl import shapes


class Params(Frozen):
    height: int
    width: int
    channels: int
    kernels1: int
    side1: int
    kernels2: int
    kernel_height: int
    kernel_width: int


def draw(rng):
    height, width = rng.choice([8, 9, 10, 11, 12, 14], size=2, replace=False)
    kernel_height, kernel_width = rng.choice([3, 5, 7], size=2, replace=False)
    return Params(
        height=height,
        width=width,
        channels=rng.choice([2, 3, 4]),
        kernels1=rng.choice([6, 8, 10]),
        side1=rng.choice([3, 5, 7]),
        kernels2=rng.choice([12, 16, 20]),
        kernel_height=kernel_height,
        kernel_width=kernel_width,
    )


exercise = Numeric(syllabus="cnn.conv feedforward.fc", difficulty=2, draw=draw)


@exercise.step(points=2, ge=1)
def conv1(p):
    return shapes.conv_parameters(p.channels, p.kernels1, p.side1, p.side1)


@exercise.step(points=2, ge=1)
def conv2(p):
    return shapes.conv_parameters(p.kernels1, p.kernels2, p.kernel_height, p.kernel_width)


@exercise.step(points=2, ge=1)
def fully_connected(p):
    pixels = p.height * p.width
    return shapes.fc_parameters(pixels * p.channels, pixels * p.kernels1)


@exercise.misconception
class no_biases:
    def conv1(p):
        return conv1(p) - p.kernels1

    def conv2(p):
        return conv2(p) - p.kernels2

    def fully_connected(p):
        return fully_connected(p) - p.height * p.width * p.kernels1


@exercise.misconception
class channels_forgotten:
    def conv1(p):
        return p.kernels1 * (p.side1**2 + 1)

    def conv2(p):
        return p.kernels2 * (p.kernel_height * p.kernel_width + 1)


@exercise.misconception
class times_the_image:
    def conv1(p):
        return conv1(p) * p.height * p.width

    def conv2(p):
        return conv2(p) * p.height * p.width


@exercise.misconception
class one_bias_in_all:
    def conv1(p):
        return conv1(p) - p.kernels1 + 1

    def conv2(p):
        return conv2(p) - p.kernels2 + 1

    def fully_connected(p):
        return fully_connected(p) - p.height * p.width * p.kernels1 + 1


@exercise.misconception
class bias_for_every_channel:
    def conv1(p):
        return p.kernels1 * p.channels * (p.side1**2 + 1)

    def conv2(p):
        return p.kernels2 * p.kernels1 * (p.kernel_height * p.kernel_width + 1)


@exercise.misconception(of="conv2")
def channels_of_the_image(p):
    return shapes.conv_parameters(p.channels, p.kernels2, p.kernel_height, p.kernel_width)


@exercise.misconception(of="fully_connected")
def one_output_for_each_map(p):
    return shapes.fc_parameters(p.height * p.width * p.channels, p.kernels1)


@exercise.misconception(of="fully_connected", same_as="channels_forgotten")
def pixels_only(p):
    return shapes.fc_parameters(p.height * p.width, p.height * p.width)
