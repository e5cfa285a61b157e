"""First code of a zygote, given to `python -c`: read the other files as source from descriptor 0, and start.

They are modules while they load, so that they can import each other, and afterwards none of them is in
`sys.modules`: a student's code finds nothing of ours to import.
"""

import json
import os
import sys
from types import ModuleType


def _read(size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = os.read(0, size - len(data))
        if not piece:
            os._exit(1)
        data += piece
    return data


def _load(sources: list[tuple[str, str, str]]) -> ModuleType:
    """Run the sources as modules; return the last."""
    sys.modules.update(_loaded)
    for name, path, source in sources:
        package = name.rpartition(".")[0]
        while package and package not in _loaded:
            _loaded[package] = sys.modules[package] = ModuleType(package)
            _loaded[package].__path__ = []
            package = package.rpartition(".")[0]
        module = _loaded[name] = sys.modules[name] = ModuleType(name)
        exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)  # noqa: S102  our own files
        package, _, short = name.rpartition(".")
        setattr(_loaded[package], short, module)
    for name in _loaded:
        del sys.modules[name]
    return module


_loaded: dict[str, ModuleType] = {}
_config = json.loads(_read(int.from_bytes(_read(8), "little")))
_so_far = None
for _stage in _config.pop("stages"):  # the first makes NumPy importable, which the second imports
    _so_far = _load(_stage).main(_config, _so_far)
