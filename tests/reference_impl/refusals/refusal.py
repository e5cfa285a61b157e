"""One argument that is spoilt, and the sentence that says so."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Refusal:
    """One spoilt argument of one function."""

    function: str
    spoilt: dict[str, Any]
    says: str


def spoil(arguments: dict[str, Any], parameter: str, **changed: Any) -> dict[str, Any]:
    """The dict argument `parameter` of these arguments, with some entries changed."""
    return {parameter: arguments[parameter] | changed}
