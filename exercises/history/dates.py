"""Years of milestones of deep learning."""

from exercises.kit import Frozen, Numeric

YEARS = {
    "neuron": 1943,
    "perceptron": 1958,
    "xor": 1969,
    "backprop": 1986,
    "lenet": 1989,
    "lstm": 1997,
    "belief_nets": 2006,
    "alexnet": 2012,
    "word2vec": 2013,
    "gan": 2014,
    "resnet": 2015,
    "transformer": 2017,
}


class Params(Frozen):
    milestones: tuple[str, ...]


def draw(rng):
    """One milestone of each part of the history, so that every variant is as hard as another."""
    names = list(YEARS)
    parts = names[0:3], names[3:6], names[6:8], names[8:10], names[10:12]
    return Params(milestones=tuple(str(rng.choice(part)) for part in parts))


exercise = Numeric(syllabus="history.timeline", difficulty=2, draw=draw)


@exercise.step(points=5, ge=1900, le=2100)
def years(p):
    return [YEARS[name] for name in p.milestones]


def shifted(p, places):
    names = list(YEARS)
    return [YEARS[names[(names.index(name) + places) % len(names)]] for name in p.milestones]


@exercise.misconception
def next_milestone(p):
    return shifted(p, 1)


@exercise.misconception
def milestone_before(p):
    return shifted(p, -1)


@exercise.misconception
def rounded_to_the_decade(p):
    return [(year + 5) // 10 * 10 for year in years(p)]


@exercise.misconception(same_as="rounded_to_the_decade")
def start_of_the_decade(p):
    return [year // 10 * 10 for year in years(p)]
