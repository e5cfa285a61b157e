"""What a person has practised so far, kept in one JSON file of their own."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from exercises.kit.base import Frozen


class Record(Frozen):
    """One exercise: how often it was tried, how many hints were taken, and whether it was passed."""

    tries: int = 0
    hints: int = 0
    passed: bool = False
    solution_seen: bool = False


class Progress(Frozen):
    """Records by exercise id."""

    records: dict[str, Record] = {}

    def record(self, exercise_id: str) -> Record:
        return self.records.get(exercise_id, Record())

    def changed(self, exercise_id: str, **fields: object) -> "Progress":
        """A copy in which one record has other fields."""
        record = self.record(exercise_id).model_copy(update=fields)
        return Progress(records={**self.records, exercise_id: record})

    def next_of(self, exercise_ids: Sequence[str]) -> str | None:
        """The first that is not passed yet; None where all are."""
        return next((name for name in exercise_ids if not self.record(name).passed), None)


def progress_path() -> Path:
    """Where progress lies: $KAODIAN_HOME, else the user's data folder."""
    home = os.environ.get("KAODIAN_HOME")
    if home:
        return Path(home) / "progress.json"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "kaodian" / "progress.json"


def load_progress(path: Path) -> Progress:
    """Read it; a file that is missing or damaged counts as none (a damaged one is kept aside)."""
    try:
        return Progress.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Progress()
    except (OSError, ValidationError, ValueError):
        if path.is_file():
            path.replace(path.with_suffix(".damaged.json"))
        return Progress()


def save_progress(path: Path, progress: Progress) -> None:
    """Write it so that a kill leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(progress.model_dump(), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(path)
