"""Finding exercises: a module `<topic>/<name>.py` that holds `exercise` is the exercise `<topic>/<name>`.

They lie in this package, and in the banks that a course adds: private folders with an `exercises/` and a
`solutions/` of the same layout.
"""

import difflib
import importlib
import importlib.util
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import reference_impl
from exercises.kit.base import Text
from exercises.kit.exercise import DeclarationError, Exercise

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = "exercises"
SOLUTIONS = "solutions"
"""Of a bank, the folders with the exercises and with their worked solutions."""
REFERENCE = "reference_impl"
"""Of a bank, the folder with references of its own, if it has any: `from reference_impl import ...`."""
_PART = re.compile(r"[a-z][a-z0-9_]{0,63}")

_banks: list[Path] = []
"""Folders that were added in this process, absolute."""


class UnknownExerciseError(LookupError):
    """No exercise has this id; the sentence names the closest ones."""


class BankError(Exception):
    """A folder that cannot be added as a bank; `problem` says why, and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


def add_bank(folder: Path) -> None:
    """Let the exercises of a course's own folder be found beside ours, in this process.

    Adding it again changes nothing.

    Raises
    ------
    BankError
        Where there is no `exercises/` in it, or an id in it is taken.
    """
    try:
        bank = folder.expanduser().resolve()
        if bank in _banks or bank == ROOT.parent:
            return
        there, is_bank = bank.is_dir(), (bank / EXERCISES).is_dir()
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise BankError(
            Text(zh=f"文件夹 {folder} 不能读取（{why}）。", en=f"The folder {folder} cannot be read ({why}).")
        ) from None
    if not there:
        raise BankError(Text(zh=f"没有文件夹 {folder}。", en=f"There is no folder {folder}."))
    if not is_bank:
        raise BankError(
            Text(
                zh=f"{folder} 里没有 {EXERCISES}/ 文件夹。题库里应有 exercises/<主题>/<名称>.py。",
                en=f"{folder} has no folder {EXERCISES}/. A bank holds exercises/<topic>/<name>.py.",
            )
        )
    taken = sorted(set(exercise_ids()) & set(exercise_ids(bank / EXERCISES)))
    if taken:
        ids = ", ".join(taken)
        raise BankError(
            Text(
                zh=f"{folder} 里的 {ids} 与已有的练习同名。请改名。",
                en=f"{folder}: {ids} in it has the name of another exercise. Rename it.",
            )
        )
    references = [home / REFERENCE for home in (ROOT.parent, *_banks)]
    own = {path.name for path in (bank / REFERENCE).glob("*.py")} - {"__init__.py"}
    twice = sorted(name for name in own if any((other / name).exists() for other in references))
    if twice:  # all of them are modules of one package
        names = ", ".join(twice)
        raise BankError(
            Text(
                zh=f"{folder} 里的 {REFERENCE}/{names} 与已有的模块同名。请改名。",
                en=f"{folder}: {REFERENCE}/{names} in it has the name of another module. Rename it.",
            )
        )
    _banks.append(bank)
    if (bank / REFERENCE).is_dir():
        reference_impl.__path__.append(str(bank / REFERENCE))


def banks() -> tuple[Path, ...]:
    """The folders that were added."""
    return tuple(_banks)


def roots() -> tuple[Path, ...]:
    """Every folder of topics: this package, then those of the banks."""
    return ROOT, *(bank / EXERCISES for bank in _banks)


def exercise_ids(root: Path | None = None) -> tuple[str, ...]:
    """Ids of all exercises, or of those below one folder of topics, by topic and name. Imports none."""
    folders = roots() if root is None else (root,)
    return tuple(sorted(f"{path.parent.name}/{path.stem}" for one in folders for path in _modules(one)))


def root_of(exercise_id: str) -> Path:
    """The folder of topics that an exercise lies in.

    Raises
    ------
    UnknownExerciseError
    """
    topic, _, name = exercise_id.partition("/")
    if is_named_as_one(topic, name):
        for root in roots():
            if (root / f"{exercise_id}.py").is_file():
                return root
    raise _unknown(exercise_id, exercise_ids())


def load_exercise(exercise_id: str, root: Path | None = None) -> Exercise:
    """Import one exercise, of those of one folder of topics or of all.

    Raises
    ------
    UnknownExerciseError
    DeclarationError
        Where the module declares none.
    """
    return _load(exercise_id, root_of(exercise_id) if root is None else root)


@cache
def _load(exercise_id: str, root: Path) -> Exercise:
    path = root / f"{exercise_id}.py"
    topic, _, name = exercise_id.partition("/")
    if not (is_named_as_one(topic, name) and path.is_file()):
        raise _unknown(exercise_id, exercise_ids(root))
    exercise = getattr(_import(path, exercise_id, root), "exercise", None)
    if not isinstance(exercise, Exercise):
        raise DeclarationError(f"{path}: no `exercise = Code(...)` or another kind in it")
    exercise.id, exercise.path = exercise_id, path
    return exercise


def _unknown(exercise_id: str, ids: tuple[str, ...]) -> UnknownExerciseError:
    close = difflib.get_close_matches(exercise_id, ids, n=3, cutoff=0.4)
    hint = f"; the closest are {', '.join(close)}" if close else ""
    return UnknownExerciseError(f"there is no exercise {exercise_id!r}{hint}")


def load_all() -> tuple[Exercise, ...]:
    """Every exercise, by topic and name."""
    return tuple(load_exercise(exercise_id) for exercise_id in exercise_ids())


def solution_path(exercise: Exercise) -> Path:
    """Where the worked solution lies: the same path as the exercise, in the solutions/ of its bank."""
    return exercise.path.parents[2] / SOLUTIONS / f"{exercise.id}.py"


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
        if is_named_as_one(path.parent.name, path.stem) and path.is_file():
            yield path


def is_named_as_one(topic: str, name: str) -> bool:
    """Whether a module of this folder and name is an exercise."""
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
    try:
        spec.loader.exec_module(module)
    except DeclarationError:
        raise
    except (Exception, SystemExit) as error:  # whatever stands in a file that somebody is writing
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(path)]
        line = getattr(error, "lineno", None) or (lines[-1] if lines else 1)
        told = error.msg if isinstance(error, SyntaxError) else error
        raise DeclarationError(f"{path}, line {line}: {type(error).__name__}: {told}") from error
    return module
