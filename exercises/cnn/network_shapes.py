"""From an image through convolution and pooling to the parameters of the fully connected layer."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    height: int
    kernel: int
    stride: int
    padding: int
    pool: int
    channels: int
    classes: int


exercise = Numeric(
    syllabus="cnn.pool_size cnn.conv feedforward.fc",
    difficulty=2,
    draw=lambda rng: Params(
        height=rng.integers(28, 72),
        kernel=rng.choice([5, 7]),
        stride=rng.choice([2, 3]),
        padding=rng.choice([2, 3]),
        pool=rng.choice([2, 3]),
        channels=rng.choice([6, 8, 12]),
        classes=rng.choice([5, 7, 9, 10]),
    ),
)


@exercise.step(points=2, ge=1)
def conv_out(p):
    return (p.height - p.kernel + 2 * p.padding) // p.stride + 1


@exercise.step(points=2, ge=1)
def pool_out(p, conv_out):
    return (conv_out - p.pool) // p.pool + 1


@exercise.step(points=3, ge=1)
def fc_parameters(p, pool_out):
    return p.classes * (p.channels * pool_out**2 + 1)


@exercise.misconception(of="conv_out")
def padding_ignored(p):
    return (p.height - p.kernel) // p.stride + 1


@exercise.misconception(of="conv_out")
def one_forgotten(p):
    return (p.height - p.kernel + 2 * p.padding) // p.stride


@exercise.misconception(of="conv_out")
def rounded_up(p):
    return -(-(p.height - p.kernel + 2 * p.padding) // p.stride) + 1


@exercise.misconception(of="conv_out")
def stride_ignored(p):
    return p.height - p.kernel + 2 * p.padding + 1


@exercise.misconception(of="pool_out")
def pool_rounded_up(p, conv_out):
    return -(-conv_out // p.pool)


@exercise.misconception(of="pool_out")
def pool_one_forgotten(p, conv_out):
    return (conv_out - p.pool) // p.pool


@exercise.misconception(of="pool_out")
def pool_moves_by_one(p, conv_out):
    return conv_out - p.pool + 1


@exercise.misconception(of="fc_parameters")
def no_biases(p, pool_out):
    return p.classes * p.channels * pool_out**2


@exercise.misconception(of="fc_parameters")
def channels_forgotten(p, pool_out):
    return p.classes * (pool_out**2 + 1)


@exercise.misconception(of="fc_parameters")
def one_side_only(p, pool_out):
    return p.classes * (p.channels * pool_out + 1)


@exercise.misconception(of="fc_parameters")
def one_bias_in_all(p, pool_out):
    return p.classes * p.channels * pool_out**2 + 1
