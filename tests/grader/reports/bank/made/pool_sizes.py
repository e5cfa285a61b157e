from exercises.kit import Frozen, Numeric


class Params(Frozen):
    height: int
    kernel: int
    channels: int


exercise = Numeric(
    syllabus="cnn.pool_size",
    difficulty=1,
    draw=lambda rng: Params(
        height=rng.integers(21, 40), kernel=rng.choice([3, 5]), channels=rng.choice([6, 8])
    ),
)


@exercise.step(points=2, ge=1)
def conv_out(p):
    return p.height - p.kernel + 1


@exercise.step(points=2, ge=1)
def flat(p, conv_out):
    return p.channels * conv_out**2


@exercise.misconception(of="conv_out")
def one_forgotten(p):
    return p.height - p.kernel
