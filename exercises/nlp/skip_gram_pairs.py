"""How many training examples a window makes of a corpus: skip-gram's pairs, CBOW's predictions."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    length: int
    window: int
    position: int
    sentences: int


def draw(rng):
    window = int(rng.integers(3, 7))
    return Params(
        length=rng.integers(2 * window + 4, 30),
        window=window,
        position=rng.integers(2, window + 1),
        sentences=10 * rng.integers(5, 40),
    )


exercise = Numeric(syllabus="nlp.skip_gram nlp.cbow", difficulty=2, draw=draw)


@exercise.step(points=1, ge=1)
def near_the_start(p):
    return p.position - 1 + p.window


@exercise.step(points=3, ge=1)
def pairs(p):
    return 2 * p.window * p.length - p.window * (p.window + 1)


@exercise.step(points=1, ge=1)
def corpus_pairs(p, pairs):
    return p.sentences * pairs


@exercise.step(points=2, ge=1)
def cbow_predictions(p):
    return p.sentences * p.length


@exercise.misconception(of="near_the_start")
def border_ignored(p):
    return 2 * p.window


@exercise.misconception(of="near_the_start")
def middle_counted(p):
    return p.position + p.window


@exercise.misconception(of="near_the_start")
def one_side_only(p):
    return p.window


@exercise.misconception(of="pairs")
def every_window_full(p):
    return 2 * p.window * p.length


@exercise.misconception(of="pairs")
def words_to_the_right_only(p):
    return p.window * p.length - p.window * (p.window + 1) // 2


@exercise.misconception(of="pairs")
def words_at_the_border_left_out(p):
    return 2 * p.window * (p.length - 2 * p.window)


@exercise.misconception(of="pairs")
def paired_with_themselves(p):
    return (2 * p.window + 1) * p.length - p.window * (p.window + 1)


@exercise.misconception(of="corpus_pairs")
def sentences_joined(p, pairs):
    return 2 * p.window * p.length * p.sentences - p.window * (p.window + 1)


@exercise.misconception(of="cbow_predictions")
def one_for_each_pair(p):
    return p.sentences * (2 * p.window * p.length - p.window * (p.window + 1))


@exercise.misconception(of="cbow_predictions")
def full_windows_only(p):
    return p.sentences * (p.length - 2 * p.window)


@exercise.misconception(of="cbow_predictions")
def once_a_sentence(p):
    return p.sentences
