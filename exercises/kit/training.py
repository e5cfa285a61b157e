"""Training exercises: a student's code trains, and is judged by what it reaches on data held back."""

from typing import Any, ClassVar

from exercises.kit.code import Code


class Training(Code):
    """A code exercise with a longer limit, a view and bounds.

    An input that no call names is held back: it never leaves the trusted side, where the view uses it to
    measure what was trained. `accept` gives bounds, `AtMost` of a loss or `AtLeast` of an accuracy, with a
    margin to what the reference reaches that a test measures over fifty seeds.

    Parameters
    ----------
    cpu_s : float
        CPU time that all of its cases may take together.
    **declaration
        As for `Code`.
    """

    kind = "training"
    draws: ClassVar[int] = 5  # each trains the reference and every misconception

    def __init__(self, *, cpu_s: float = 60, **declaration: Any) -> None:
        super().__init__(**declaration)
        self.cpu_s = cpu_s
