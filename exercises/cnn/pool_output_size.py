"""Output sizes of pooling and convolution: three rows, so that every wrong rule shows."""

from exercises.kit import Frozen, Numeric


class Layer(Frozen):
    height: int
    kernel: int
    stride: int
    padding: int


class Params(Frozen):
    layers: tuple[Layer, Layer, Layer]


def draw(rng):
    def layer():
        kernel = rng.integers(2, 6)
        padding = rng.integers(0, (kernel + 1) // 2 + 1)
        return Layer(height=rng.integers(15, 64), kernel=kernel, stride=rng.integers(2, 5), padding=padding)

    return Params(layers=(layer(), layer(), layer()))


exercise = Numeric(syllabus="cnn.pool_size cnn.max_pool", difficulty=1, draw=draw)


@exercise.step(points=6, ge=1)
def sizes(p):
    return [(r.height - r.kernel + 2 * r.padding) // r.stride + 1 for r in p.layers]


@exercise.misconception
def rounded_up(p):
    return [-(-(r.height - r.kernel + 2 * r.padding) // r.stride) + 1 for r in p.layers]


@exercise.misconception
def padding_on_one_side(p):
    return [(r.height - r.kernel + r.padding) // r.stride + 1 for r in p.layers]


@exercise.misconception
def padding_ignored(p):
    return [(r.height - r.kernel) // r.stride + 1 for r in p.layers]


@exercise.misconception
def one_forgotten(p):
    return [(r.height - r.kernel + 2 * r.padding) // r.stride for r in p.layers]


@exercise.misconception
def window_forgotten(p):
    return [r.height // r.stride for r in p.layers]


@exercise.misconception
def stride_ignored(p):
    return [r.height - r.kernel + 2 * r.padding + 1 for r in p.layers]


@exercise.misconception
def one_added_before_dividing(p):
    return [(r.height - r.kernel + 2 * r.padding + 1) // r.stride for r in p.layers]
