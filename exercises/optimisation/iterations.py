"""How many updates an epoch has: the last batch, and the three kinds of gradient descent compared."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    samples: int
    batch_size: int
    epochs: int
    larger: int


def draw(rng):
    """The batch size does not divide the samples; twice or four times as large, it does not either."""
    while True:
        samples = int(rng.integers(3000, 60000))
        batch_size = int(rng.choice([32, 48, 50, 64, 96, 100, 128]))
        larger = int(rng.choice([2, 4])) * batch_size
        if samples % batch_size > 1 and samples % larger > batch_size:
            return Params(samples=samples, batch_size=batch_size, epochs=rng.integers(5, 40), larger=larger)


exercise = Numeric(
    syllabus="optimisation.batch_size optimisation.bgd optimisation.sgd optimisation.mbgd",
    difficulty=1,
    draw=draw,
)


@exercise.step(points=2, ge=1)
def per_epoch(p):
    return -(-p.samples // p.batch_size)


@exercise.step(points=1, ge=1)
def last_batch(p, per_epoch):
    return p.samples - (per_epoch - 1) * p.batch_size


@exercise.step(points=1, ge=1)
def updates(p, per_epoch):
    return p.epochs * per_epoch


@exercise.step(points=1, ge=1)
def updates_of_bgd(p):
    return p.epochs


@exercise.step(points=1, ge=1)
def updates_of_sgd(p):
    return p.epochs * p.samples


@exercise.step(points=1, ge=1)
def fewer(p, updates):
    return updates - p.epochs * -(-p.samples // p.larger)


@exercise.misconception(of="per_epoch")
def last_batch_dropped(p):
    return p.samples // p.batch_size


@exercise.misconception(of="per_epoch")
def not_rounded(p):
    return p.samples / p.batch_size


@exercise.misconception(of="per_epoch")
def one_too_many(p):
    return p.samples // p.batch_size + 2


@exercise.misconception(of="per_epoch")
def batch_size_itself(p):
    return p.batch_size


@exercise.misconception(of="last_batch")
def a_full_batch(p, per_epoch):
    return p.batch_size


@exercise.misconception(of="last_batch")
def what_is_missing(p, per_epoch):
    return per_epoch * p.batch_size - p.samples


@exercise.misconception(of="updates")
def samples_counted(p, per_epoch):
    return p.epochs * p.samples


@exercise.misconception(of="updates_of_bgd")
def every_sample_counted(p):
    return p.epochs * p.samples


@exercise.misconception(of="updates_of_sgd")
def one_epoch_only(p):
    return p.samples


@exercise.misconception(of="updates_of_sgd")
def one_an_epoch(p):
    return p.epochs


@exercise.misconception(of="fewer")
def updates_that_are_left(p, updates):
    return p.epochs * -(-p.samples // p.larger)


@exercise.misconception(of="fewer")
def larger_batches_dropped_the_rest(p, updates):
    return updates - p.epochs * (p.samples // p.larger)
