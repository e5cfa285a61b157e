"""How an exercise is declared. What an exercise's module needs is imported from here.

Each name is loaded when it is first asked for: whoever needs `exercises.kit.base` alone, as a command that
answers at once does, does not wait for all the rest.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {
    "AtLeast": "closeness",
    "AtMost": "closeness",
    "Case": "code_cases",
    "Close": "closeness",
    "Exact": "closeness",
    "Frozen": "base",
    "Rejected": "code_cases",
}
"""Where a name is not in the module that is called so."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(f"{__name__}.{_MODULES.get(name, name.lower())}")
    value = globals()[name] = getattr(module, name)
    return value
