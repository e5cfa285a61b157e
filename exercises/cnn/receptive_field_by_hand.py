"""Receptive field by hand, layer by layer through a stack of four."""

from exercises.kit import Frozen, Numeric


class Layer(Frozen):
    kernel: int
    stride: int
    padding: int


class Params(Frozen):
    layers: tuple[Layer, Layer, Layer, Layer]


def draw(rng):
    """Convolution, pooling, convolution, pooling; strides above 1 early, so that they matter later."""

    def layer(kernels, strides, paddings):
        return Layer(kernel=rng.choice(kernels), stride=rng.choice(strides), padding=rng.choice(paddings))

    pooling = [2, 3], [2, 3], [0]
    return Params(
        layers=(
            layer([5, 7], [2, 3], [2, 3]),
            layer(*pooling),
            layer([3, 4, 5], [1, 2], [1, 2]),
            layer(*pooling),
        )
    )


exercise = Numeric(syllabus="cnn.receptive_field", difficulty=2, draw=draw)


@exercise.step(points=2, ge=1)
def field2(p):
    one, two, *_ = p.layers
    return one.kernel + (two.kernel - 1) * one.stride


@exercise.step(points=2, ge=1)
def field3(p, field2):
    one, two, three, _ = p.layers
    return field2 + (three.kernel - 1) * one.stride * two.stride


@exercise.step(points=2, ge=1)
def field4(p, field3):
    one, two, three, four = p.layers
    return field3 + (four.kernel - 1) * one.stride * two.stride * three.stride


@exercise.step(points=1, ge=1)
def spacing(p):
    one, two, three, four = p.layers
    return one.stride * two.stride * three.stride * four.stride


@exercise.misconception
class strides_ignored:
    def field2(p):
        return p.layers[0].kernel + p.layers[1].kernel - 1

    def field3(p, field2):
        return field2 + p.layers[2].kernel - 1

    def field4(p, field3):
        return field3 + p.layers[3].kernel - 1


@exercise.misconception
class own_stride_too:
    def field2(p):
        one, two, *_ = p.layers
        return one.kernel + (two.kernel - 1) * one.stride * two.stride

    def field3(p, field2):
        one, two, three, _ = p.layers
        return field2 + (three.kernel - 1) * one.stride * two.stride * three.stride

    def field4(p, field3):
        return field3 + (p.layers[3].kernel - 1) * spacing(p)


@exercise.misconception
class one_not_taken_off:
    def field2(p):
        one, two, *_ = p.layers
        return one.kernel + two.kernel * one.stride

    def field3(p, field2):
        one, two, three, _ = p.layers
        return field2 + three.kernel * one.stride * two.stride

    def field4(p, field3):
        one, two, three, four = p.layers
        return field3 + four.kernel * one.stride * two.stride * three.stride


@exercise.misconception
class padding_counted:
    def field2(p):
        return field2(p) + 2 * p.layers[0].padding

    def field3(p, field2):
        one, two, three, _ = p.layers
        return field3(p, field2) + 2 * three.padding * one.stride * two.stride


@exercise.misconception
class last_stride_only:
    def field3(p, field2):
        return field2 + (p.layers[2].kernel - 1) * p.layers[1].stride

    def field4(p, field3):
        return field3 + (p.layers[3].kernel - 1) * p.layers[2].stride


@exercise.misconception(of="spacing")
def strides_added(p):
    return sum(layer.stride for layer in p.layers)


@exercise.misconception(of="spacing")
def last_layer_left_out(p):
    return spacing(p) // p.layers[3].stride


@exercise.misconception(of="spacing")
def spacing_is_the_field(p):
    return field4(p, field3(p, field2(p)))
