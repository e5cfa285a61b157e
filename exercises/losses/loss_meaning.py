"""What cross entropy and relative entropy say about a prediction."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="losses.meaning losses.identity losses.kl losses.cross_entropy",
    difficulty=2,
    points=4,
    right="closer_when_smaller least_is_the_entropy same_gradient not_symmetric",
    wrong="zero_when_right symmetric negative_when_good zero_probability_is_safe larger_is_closer",
)
