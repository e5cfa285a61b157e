"""How large bags of words get: the curse of dimensionality in numbers."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    words: int
    documents: int
    different: int


exercise = Numeric(
    syllabus="nlp.bag_of_words",
    difficulty=1,
    draw=lambda rng: Params(
        words=1000 * rng.integers(20, 80),
        documents=1000 * rng.integers(11, 60),
        different=10 * rng.integers(12, 40),
    ),
)


@exercise.step(points=1, ge=1)
def numbers(p):
    return p.documents * p.words


@exercise.step(points=2, ge=0, unit="GB")
def gigabytes(p, numbers):
    return 4 * numbers / 1e9


@exercise.step(points=2, ge=0, le=100, unit="%")
def nonzero_percent(p):
    return 100 * p.different / p.words


@exercise.step(points=2, ge=1)
def pairs(p):
    return p.words**2


@exercise.misconception(of="numbers")
def added(p):
    return p.documents + p.words


@exercise.misconception(of="numbers")
def words_of_the_texts_only(p):
    return p.documents * p.different


@exercise.misconception(of="gigabytes")
def eight_bytes(p, numbers):
    return 8 * numbers / 1e9


@exercise.misconception(of="gigabytes")
def in_bits(p, numbers):
    return 32 * numbers / 1e9


@exercise.misconception(of="gigabytes")
def one_byte(p, numbers):
    return numbers / 1e9


@exercise.misconception(of="nonzero_percent")
def fraction_not_percent(p):
    return p.different / p.words


@exercise.misconception(of="nonzero_percent")
def the_zeros_instead(p):
    return 100 * (1 - p.different / p.words)


@exercise.misconception(of="nonzero_percent")
def by_documents(p):
    return 100 * p.different / p.documents


@exercise.misconception(of="pairs")
def twice_the_words(p):
    return 2 * p.words


@exercise.misconception(of="pairs")
def order_ignored(p):
    return p.words * (p.words - 1) // 2


@exercise.misconception(of="pairs", same_as="order_ignored")
def order_ignored_with_doubles(p):
    return p.words * (p.words + 1) // 2


@exercise.misconception(of="pairs")
def no_word_twice(p):
    return p.words * (p.words - 1)
