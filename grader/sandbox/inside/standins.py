"""Inert stand-ins for plotting and notebook modules: importable, callable, and without any effect."""

import importlib.machinery
import opcode
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

NAMES = frozenset(
    "matplotlib mpl_toolkits pylab seaborn plotly bokeh altair graphviz "
    "IPython ipywidgets otter google tqdm".split()
)
_UNPACK_SEQUENCE = opcode.opmap["UNPACK_SEQUENCE"]


class Inert:
    """Takes any attribute, call, index, operator or `with`, and does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # numpy, copy and pickle ask for protocols; there are none
            raise AttributeError(name)
        return self

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 1 and not kwargs and callable(args[0]) and not isinstance(args[0], Inert):
            return args[0]  # used as a decorator: keep the student's function
        return self

    def __iter__(self) -> Iterator[Any]:
        """No items; but as many as `fig, ax = plt.subplots()` wants."""
        caller = sys._getframe(1)
        code, at = caller.f_code.co_code, caller.f_lasti
        return iter([self] * (code[at + 1] if code[at] == _UNPACK_SEQUENCE else 0))

    def _self(self, *args: Any, **kwargs: Any) -> Any:
        return self

    def _nothing(self, *args: Any) -> None:
        return None

    __getitem__ = __enter__ = __pos__ = __neg__ = __abs__ = _self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _self
    __setitem__ = __delitem__ = __setattr__ = __delattr__ = __exit__ = _nothing

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "<stand-in>"


def progress(iterable: Any = None, *args: Any, **kwargs: Any) -> Any:
    """tqdm: a progress bar must still hand out what it was given, or a training loop would not run."""
    return Inert() if iterable is None else iterable


def progress_range(*args: int, **kwargs: Any) -> range:
    """tqdm.trange"""
    return range(*args)


class InertModule(ModuleType):
    """A module of which every name is inert."""

    __all__: list[str] = []
    tqdm = staticmethod(progress)
    trange = staticmethod(progress_range)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert()


class StandInFinder:
    """Finds the plotting and notebook modules, which are not installed where a student's code runs."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name.partition(".")[0] not in NAMES:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, spec: Any) -> ModuleType:
        return InertModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""
