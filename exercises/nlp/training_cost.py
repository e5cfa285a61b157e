"""What one training step costs: V against log V against k + 1."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    depth: int
    size: int
    negatives: int

    @property
    def words(self) -> int:
        return 2**self.depth


exercise = Numeric(
    syllabus="nlp.negative_sampling nlp.hierarchical_softmax",
    difficulty=1,
    draw=lambda rng: Params(
        depth=rng.integers(14, 17), size=rng.choice([80, 100, 120, 150]), negatives=rng.integers(4, 9)
    ),
)


@exercise.step(points=1, ge=1)
def softmax(p):
    return p.words * p.size


@exercise.step(points=2, ge=1)
def tree(p):
    return p.depth * p.size


@exercise.step(points=2, ge=1)
def sampling(p):
    return (p.negatives + 1) * p.size


@exercise.step(points=1, ge=1)
def speedup(p, softmax, tree):
    return softmax / tree


@exercise.step(points=1, ge=1)
def inner_vectors(p):
    return p.words - 1


@exercise.misconception(of="softmax")
def one_score_only(p):
    return p.size


@exercise.misconception(of="softmax")
def every_pair_of_words(p):
    return p.words**2 * p.size


@exercise.misconception(of="tree")
def all_inner_nodes(p):
    return (p.words - 1) * p.size


@exercise.misconception(of="tree")
def leaf_counted(p):
    return (p.depth + 1) * p.size


@exercise.misconception(of="tree")
def size_forgotten(p):
    return p.depth


@exercise.misconception(of="sampling")
def true_word_forgotten(p):
    return p.negatives * p.size


@exercise.misconception(of="sampling")
def negatives_besides_all_words(p):
    return (p.words + p.negatives) * p.size


@exercise.misconception(of="speedup")
def upside_down(p, softmax, tree):
    return tree / softmax


@exercise.misconception(of="inner_vectors")
def one_for_each_word(p):
    return p.words


@exercise.misconception(of="inner_vectors")
def one_for_each_level(p):
    return p.depth
