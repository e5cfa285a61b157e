"""Outcomes of audits, kept by the content of everything that they depend on."""

import ast
import hashlib
import importlib.metadata
import os
import platform
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from exercises.kit.catalogue import ROOT, banks
from exercises.kit.syllabus import FILE
from grader.audit.checks import Part, PartResult

KEPT = 5
"""Outcomes of a part that are kept: of other branches, other numbers of variants."""
HOME = Path(__file__).resolve().parent.parent.parent
"""The folder in which reference_impl/, exercises/ and grader/ lie."""
_JUDGING = ("exercises/kit", "grader/judging", "grader/sandbox", "grader/audit")
_LIBRARIES = ("numpy", "torch", "jinja2", "pydantic")


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/kaodian/audit`."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "kaodian" / "audit"


class AuditCache:
    """Outcomes by key, one small file each; an unreadable one is none, and old ones go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> PartResult | None:
        try:
            return PartResult.model_validate_json((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, result: PartResult) -> None:
        """Keep an outcome; of the same part's older ones the latest are kept with it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f"{key}.{os.getpid()}.new"
        new.write_text(result.model_dump_json(), encoding="utf-8")
        new.replace(self.folder / f"{key}.json")
        same_part = self.folder.glob(f"{key.rpartition('.')[0]}.*.json")
        for old in sorted(same_part, key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
            old.unlink(missing_ok=True)


def key_of(part: Part, exercise_id: str, root: Path, counted: str) -> str:
    """Exercise, part, and a hash of all that the outcome depends on, `counted` (variants looked at) too."""
    digest = hashlib.sha256(f"{part}\0{exercise_id}\0{counted}\0{_judging()}".encode())
    for path in files_of(exercise_id, root):
        if part == "texts" or path.suffix != ".md":
            digest.update(str(path.name).encode() + b"\0" + path.read_bytes() + b"\0")
    if part == "texts":
        for syllabus in dict.fromkeys((ROOT / FILE, root / FILE)):
            digest.update(syllabus.read_bytes() if syllabus.is_file() else b"")
    return f"{exercise_id.replace('/', '.')}.{part}.{digest.hexdigest()[:40]}"


def files_of(exercise_id: str, root: Path) -> tuple[Path, ...]:
    """An exercise's own files: module, statements, solutions, and what of ours the module imports."""
    topic, _, name = exercise_id.partition("/")
    solutions = root.parent / "solutions" / topic
    own = [
        root / topic / f"{name}.py",
        *(root / topic / f"{name}.{language}.md" for language in ("zh", "en")),
        solutions / f"{name}.py",
        *sorted((solutions / "alternatives" / name).glob("*.py")),
    ]
    existing = [path for path in own if path.is_file()]
    imported = {found for path in existing[:1] for found in _imported(path)}
    return (*existing, *sorted(imported - set(existing)))


def judging_files() -> tuple[Path, ...]:
    """Sources on which every outcome depends: the kit, and what runs and judges."""
    return tuple(sorted(path for folder in _JUDGING for path in (HOME / folder).rglob("*.py")))


@cache
def _judging() -> str:
    digest = hashlib.sha256(platform.python_version().encode())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {importlib.metadata.version(library)} ".encode())
        except importlib.metadata.PackageNotFoundError:
            continue
    for path in judging_files():
        digest.update(str(path.relative_to(HOME)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _imported(path: Path) -> frozenset[Path]:
    """Files of ours, the kit's apart, that a module imports, directly or through another."""
    found: set[Path] = set()
    todo = [path]
    while todo:
        for name in _module_names(todo.pop()):
            file = _file_of(name)
            if file is not None and file not in found:
                found.add(file)
                todo.append(file)
    return frozenset(found)


def _module_names(path: Path) -> Iterator[str]:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _file_of(module: str) -> Path | None:
    if module.partition(".")[0] not in ("reference_impl", "exercises") or module.startswith("exercises.kit"):
        return None
    files = (home.joinpath(*module.split(".")).with_suffix(".py") for home in (HOME, *banks()))
    return next((file for file in files if file.is_file()), None)
