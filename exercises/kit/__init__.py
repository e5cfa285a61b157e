"""How an exercise is declared. What an exercise's module needs is imported from here."""

from exercises.kit.base import Frozen
from exercises.kit.choice import Choice
from exercises.kit.closeness import AtLeast, AtMost, Close, Exact
from exercises.kit.code import Code
from exercises.kit.code_cases import Case, Rejected
from exercises.kit.derivation import Derivation
from exercises.kit.numeric import Numeric
from exercises.kit.order import Order
from exercises.kit.training import Training
from exercises.kit.written import Written

__all__ = [
    "AtLeast",
    "AtMost",
    "Case",
    "Choice",
    "Close",
    "Code",
    "Derivation",
    "Exact",
    "Frozen",
    "Numeric",
    "Order",
    "Rejected",
    "Training",
    "Written",
]
