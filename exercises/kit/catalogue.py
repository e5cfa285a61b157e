"""Finding exercises: a module `<topic>/<name>.py` that holds `exercise` is the exercise `<topic>/<name>`."""

import difflib
import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from exercises.kit.exercise import DeclarationError, Exercise

ROOT = Path(__file__).resolve().parent.parent
_PART = re.compile(r"[a-z][a-z0-9_]*")


class UnknownExerciseError(LookupError):
    """No exercise has this id; the sentence names the closest ones."""


def exercise_ids(root: Path = ROOT) -> tuple[str, ...]:
    """Ids of all exercises below a folder, by topic and name. Imports none of them."""
    return tuple(sorted(f"{path.parent.name}/{path.stem}" for path in _modules(root)))


@cache
def load_exercise(exercise_id: str, root: Path = ROOT) -> Exercise:
    """Import one exercise.

    Raises
    ------
    UnknownExerciseError
    DeclarationError
        Where the module declares none.
    """
    path = root / f"{exercise_id}.py"
    topic, _, name = exercise_id.partition("/")
    if not (_is_named_as_one(topic, name) and path.is_file()):
        ids = exercise_ids(root)
        close = difflib.get_close_matches(exercise_id, ids, n=3, cutoff=0.4)
        hint = f"; the closest are {', '.join(close)}" if close else ""
        raise UnknownExerciseError(f"there is no exercise {exercise_id!r}{hint}")
    exercise = getattr(_import(path, exercise_id, root), "exercise", None)
    if not isinstance(exercise, Exercise):
        raise DeclarationError(f"{path}: no `exercise = Code(...)` or another kind in it")
    exercise.id, exercise.path = exercise_id, path
    return exercise


def load_all(root: Path = ROOT) -> tuple[Exercise, ...]:
    """Every exercise, by topic and name."""
    return tuple(load_exercise(exercise_id, root) for exercise_id in exercise_ids(root))


def needs_torch(exercise_id: str) -> bool:
    """Whether an exercise is answered with PyTorch."""
    return getattr(load_exercise(exercise_id), "framework", "numpy") == "torch"


class MaxScores(Mapping[str, float]):
    """Every exercise's maximum of points by id; an exercise is imported when its points are asked for."""

    def __getitem__(self, exercise_id: str) -> float:
        try:
            return load_exercise(exercise_id).max_score
        except UnknownExerciseError:
            raise KeyError(exercise_id) from None

    def __iter__(self) -> Iterator[str]:
        return iter(exercise_ids())

    def __len__(self) -> int:
        return len(exercise_ids())

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in exercise_ids()


def _modules(root: Path) -> Iterator[Path]:
    for path in root.glob("*/*.py"):
        if _is_named_as_one(path.parent.name, path.stem):
            yield path


def _is_named_as_one(topic: str, name: str) -> bool:
    return topic != "kit" and bool(_PART.fullmatch(topic) and _PART.fullmatch(name))


def _import(path: Path, exercise_id: str, root: Path) -> object:
    if root == ROOT:
        return importlib.import_module("exercises." + exercise_id.replace("/", "."))
    name = f"kaodian_bank_{abs(hash(root)):x}_" + exercise_id.replace("/", "_")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
