"""What a student's code can import: the standard library, the profile's distributions, its own files."""

import importlib.machinery
import importlib.util
import sys
from collections.abc import Mapping
from typing import Any

from grader.sandbox.inside.standins import StandInFinder


class DistributionFinder:
    """Finds the top-level modules of the allowed distributions, and no others of their site-packages."""

    def __init__(self, origins: Mapping[str, str]) -> None:
        self.origins = origins

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        origin = self.origins.get(name)
        return None if origin is None else importlib.util.spec_from_file_location(name, origin)


class SubmittedFinder:
    """Finds the submission's own modules in memory."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = sources

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        is_package = any(other.startswith(name + ".") for other in self.sources)
        if name not in self.sources and not is_package:
            return None
        return importlib.machinery.ModuleSpec(name, self, origin=label(name), is_package=is_package)  # type: ignore[arg-type]

    def create_module(self, spec: Any) -> None:
        """The default module."""

    def exec_module(self, module: Any) -> None:
        name = module.__name__
        code = compile(self.sources.get(name, ""), label(name), "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102  a student's module, in the sandbox


def label(module: str) -> str:
    """What tracebacks call a submitted module."""
    return module.replace(".", "/") + ".py"


def allow_only(origins: Mapping[str, str]) -> None:
    """Leave the standard library, these distributions and the stand-ins importable."""
    sys.path[:] = [
        entry for entry in sys.path if entry and not entry.endswith(("site-packages", "dist-packages"))
    ]
    # before the finder that looks through folders: names of these are in none of them
    sys.meta_path[:0] = [DistributionFinder(origins), StandInFinder()]
    sys.path_importer_cache.clear()


def main(config: Mapping[str, Any], _: None) -> None:
    """First stage of a plain process."""
    allow_only(config["origins"])


def allow_submitted(sources: Mapping[str, str]) -> None:
    """Let a submission's files import each other; as beside a script, they come before the library."""
    if sources:
        sys.meta_path.insert(0, SubmittedFinder(sources))
