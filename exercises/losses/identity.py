"""Entropy, relative entropy and cross entropy: formulas, and what follows from their identity."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="losses.identity losses.entropy losses.kl losses.cross_entropy",
    difficulty=2,
    symbols={"p": "(K,)", "q": "(K,)", "K": "()"},
    steps={
        "H": (1, "-sum(p*log(p))"),
        "D": (2, "sum(p*log(p/q))"),
        "C": (1, "H+D"),
        "D_uniform": (2, "log(K)-H"),
        "both_ways": (2, "sum((p-q)*log(p/q))"),
        "dq": (2, "-p/q"),
    },
)


@exercise.point
def consistent(rng):
    """Two distributions; K is drawn too, so that log(K) is no constant."""
    k = int(rng.integers(3, 7))
    p, q = rng.dirichlet(np.full(k, 2.0), size=2)
    return dict(p=p, q=q, K=float(k))


exercise.misconception(of="H", minus_forgotten="sum(p*log(p))", weights_forgotten="-sum(log(p))")
exercise.misconception(of="H", mean_not_sum="-mean(p*log(p))", entropy_of_the_prediction="-sum(q*log(q))")
exercise.misconception(
    of="D",
    swapped="sum(q*log(q/p))",
    ratio_reversed="sum(p*log(q/p))",
    cross_entropy="-sum(p*log(q))",
    log_of_the_sum="log(sum(p*p/q))",
)
exercise.misconception(of="D", same_as="weights_forgotten", ratio_without_weights="sum(log(p/q))")
exercise.misconception(of="C", difference_for_sum="H-D", own_entropy="H")
exercise.misconception(of="C", same_as="swapped", cross_entropy_swapped="-sum(q*log(p))")
exercise.misconception(of="D_uniform", uniform_reversed="H-log(K)", cross_entropy_of_uniform="log(K)")
exercise.misconception(of="D_uniform", one_over_k_for_its_logarithm="1/K-H")
exercise.misconception(of="both_ways", taken_for_symmetric="2*D", minus_between="sum((p+q)*log(p/q))")
exercise.misconception(
    of="dq",
    through_the_entropy="log(p/q)",
    weight_lost="-1/q",
    dq_positive="p/q",
    derivative_by_p="log(p/q)+1",
)
