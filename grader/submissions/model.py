"""What a submission is once it has been read: cells of source, and notes on how it was read."""

from exercises.kit.base import Frozen, Text


class Cell(Frozen):
    """A piece of source that is run as one: a whole .py file, or one notebook cell."""

    label: str
    """`work.py`, or `work.ipynb[3]` for the notebook's third code cell; tracebacks name it."""
    source: str


class Submission(Frozen):
    """What one student handed in."""

    student: str
    source_name: str
    """The file or folder as it lay in the submissions folder."""
    sha256: str
    """Over the bytes that were read."""
    cells: tuple[Cell, ...] = ()
    modules: dict[str, str] = {}
    """Sources that cells may import, by module name (other .py files of a folder or zip)."""
    notes: tuple[Text, ...] = ()
    problem: Text | None = None
    """Why it could not be read; then there are no cells."""
