"""The oracle table: each public function of reference_impl beside its PyTorch counterpart, by topic.

A function is added by adding a row to its topic's module; `Row` says what a row holds.
"""

from tests.reference_impl.oracle.batchnorm import BATCHNORM
from tests.reference_impl.oracle.cnn import CNN
from tests.reference_impl.oracle.feedforward import FEEDFORWARD
from tests.reference_impl.oracle.losses import LOSSES
from tests.reference_impl.oracle.naive import NAIVE
from tests.reference_impl.oracle.nlp import NLP
from tests.reference_impl.oracle.optimisation import OPTIMISATION
from tests.reference_impl.oracle.regularisation import REGULARISATION
from tests.reference_impl.oracle.rnn import RNN
from tests.reference_impl.oracle.row import Row
from tests.reference_impl.oracle.shapes import SHAPES
from tests.reference_impl.oracle.shortcuts import SHORTCUTS
from tests.reference_impl.oracle.vision import VISION

_TOPICS = (
    FEEDFORWARD,
    LOSSES,
    OPTIMISATION,
    CNN,
    SHAPES,
    NAIVE,
    REGULARISATION,
    BATCHNORM,
    RNN,
    NLP,
    SHORTCUTS,
    VISION,
)
ORACLE: dict[str, Row] = {name: row for topic in _TOPICS for name, row in topic.items()}
assert len(ORACLE) == sum(map(len, _TOPICS)), "two topics have a row of the same name"
