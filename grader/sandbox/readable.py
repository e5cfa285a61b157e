"""What a student's code may read and import: the standard library, and single distributions.

Never the whole of a site-packages folder: an installed kaodian lies there, with references and solutions.
"""

import glob
import importlib.metadata
import importlib.util
import os
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Profile = Literal["numpy", "numpy+torch"]

_ROOTS: dict[Profile, tuple[str, ...]] = {"numpy": ("numpy",), "numpy+torch": ("numpy", "torch")}
_PACKAGES_FOLDERS = ("site-packages", "dist-packages")
_NOT_READ = ("test", "idlelib", "ensurepip", *_PACKAGES_FOLDERS)


DEVICES = ("/dev/zero", "/dev/random", "/dev/urandom")


@dataclass(frozen=True)  # no model of pydantic's, which a sandbox that starts early would have to wait for
class Readable:
    """Absolute paths and origins, for one profile on this machine."""

    distributions: tuple[str, ...]
    """Folders and files in site-packages, one by one."""
    standard: str
    """Folder of the standard library. A packages folder in it is not to be entered."""
    libraries: tuple[str, ...]
    """Folders and files of shared libraries."""
    origins: dict[str, str]
    """File of each importable top-level module that is not of the standard library."""

    @property
    def covered(self) -> tuple[str, ...]:
        """Folders in `standard` that are to be hidden."""
        folders = (os.path.join(self.standard, name) for name in _NOT_READ)
        return tuple(folder for folder in folders if os.path.isdir(folder))

    @property
    def allowed(self) -> tuple[str, ...]:
        """Everything that may be read, for rules that can allow but not take back."""
        names = (name for name in sorted(os.listdir(self.standard)) if name not in _NOT_READ)
        standard = (os.path.join(self.standard, name) for name in names)
        return (*self.distributions, *standard, *self.libraries, *DEVICES)


@cache
def readable(profile: Profile) -> Readable:
    """Find what `profile` needs.

    Raises
    ------
    ModuleNotFoundError
        A distribution of the profile is not installed.
    """
    origins: dict[str, str] = {}
    distributions: dict[str, None] = {}
    for name in _with_requirements(_ROOTS[profile]):
        for entry in _top_level(name):
            module, origin = _importable(entry)
            if module:
                origins[module] = origin
            distributions[os.path.realpath(entry)] = None
    return Readable(
        distributions=tuple(distributions),
        standard=_standard_library(),
        libraries=_shared_libraries(),
        origins=origins,
    )


def interpreter() -> str:
    """The Python that runs inside: the one that a virtual environment was made from."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def _with_requirements(roots: tuple[str, ...]) -> list[str]:
    """The distributions and, where installed, everything that they require."""
    found: dict[str, None] = {}
    wanted = list(roots)
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in found:
            continue
        try:
            requires = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            if name not in roots:
                continue  # required on another platform only
            requires = []
        found[name] = None
        wanted += [re.split(r"[^\w.-]", text, maxsplit=1)[0] for text in requires if "extra ==" not in text]
    return list(found)


def _top_level(distribution: str) -> Iterator[Path]:
    """Files and folders of a distribution that lie right in its site-packages folder."""
    try:
        found = importlib.metadata.distribution(distribution)
        record = found.read_text("RECORD")
        files = None if record else found.files
    except importlib.metadata.PackageNotFoundError:
        found, record, files = None, None, None
    if found and record:  # read here, for a Path of each of its thousand lines takes longest of all
        root = Path(str(found.locate_file("")))
        names = dict.fromkeys(
            re.split("[/,]", line.lstrip('"'), maxsplit=1)[0] for line in record.splitlines()
        )
        for first in names:
            if (
                first not in ("", "..", "__pycache__")
                and not first.endswith(".pth")
                and (root / first).exists()
            ):
                yield root / first
        return
    if files:
        parts = {file.parts[0]: file for file in files if file.parts[0] not in ("..", "__pycache__")}
        for first, file in parts.items():
            root = Path(str(file.locate())).parents[len(file.parts) - 1]
            if (root / first).exists() and not first.endswith(".pth"):
                yield root / first
        return
    spec = importlib.util.find_spec(distribution)  # installed by a system's own packager
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{distribution} is not installed", name=distribution)
    folder = Path(spec.origin).parent
    yield folder
    if (libraries := folder.with_name(f"{distribution}.libs")).exists():
        yield libraries


def _importable(entry: Path) -> tuple[str, str]:
    """Module name and file of a top-level entry; empty if it is no module."""
    if entry.is_dir():
        source = entry / "__init__.py"
        return (entry.name, str(source)) if source.exists() else ("", "")
    return (entry.name.partition(".")[0], str(entry)) if entry.suffix in (".py", ".so", ".pyd") else ("", "")


def _standard_library() -> str:
    return os.path.realpath(sysconfig.get_path("stdlib", vars={"installed_base": sys.base_prefix}))


def _shared_libraries() -> tuple[str, ...]:
    """Libraries that the standard library's own extension modules load."""
    folders = {"/lib64", "/usr/lib64"}
    if machine := sysconfig.get_config_var("MULTIARCH"):
        folders |= {f"/lib/{machine}", f"/usr/lib/{machine}"}
    loose = {"/lib", "/usr/lib", "/usr/local/lib", os.path.join(sys.base_prefix, "lib")}
    found: set[str] = set()
    for folder in folders:
        if glob.glob(f"{folder}/python3*"):  # Fedora: a packages folder lies in there
            loose.add(folder)
        elif os.path.isdir(folder):
            found.add(os.path.realpath(folder))
    for folder in loose:
        for file in glob.glob(f"{os.path.realpath(folder)}/*.so*"):
            found |= {file, os.path.realpath(file)}  # libraries are asked for by the names of links
    return tuple(sorted(path for path in found if os.path.dirname(path) not in found))
