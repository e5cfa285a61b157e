"""The table of refusals: which argument is spoilt, and the sentence that says so.

A sentence names the argument, what was expected (with the argument from which that follows), what was found.
"""

from tests.reference_impl.refusals.numbers import NUMBERS_REFUSED, PARAMETERS_REFUSED, STRENGTHS_REFUSED
from tests.reference_impl.refusals.shapes import SHAPES_REFUSED, UPSTREAM_REFUSED
from tests.reference_impl.refusals.words import DISTRIBUTIONS_REFUSED, LABELS_REFUSED, WORDS_REFUSED

REFUSALS = [
    *SHAPES_REFUSED,
    *UPSTREAM_REFUSED,
    *LABELS_REFUSED,
    *DISTRIBUTIONS_REFUSED,
    *WORDS_REFUSED,
    *NUMBERS_REFUSED,
    *STRENGTHS_REFUSED,
    *PARAMETERS_REFUSED,
]
