"""Import once, before any fork, what submissions use: NumPy or torch, and the usual standard library."""

import gc
import importlib
from typing import Any

from grader.sandbox.inside.rehearsal import rehearse

_STANDARD = """
    abc array bisect builtins collections collections.abc contextlib copy
    dataclasses datetime decimal enum fractions functools hashlib heapq importlib.util inspect io
    itertools json linecache math numbers operator os os.path pathlib pickle
    random re string struct sys textwrap threading time timeit traceback types
    typing warnings weakref
""".split()
_NUMPY = """
    numpy numpy.linalg numpy.random numpy.lib.stride_tricks
""".split()
_TORCH = "torch torch.nn torch.nn.functional torch.optim torch.utils.data torch.autograd".split()


def preload(profile: str) -> None:
    """Import and warm up; what is loaded here costs a submission nothing."""
    for name in (*_STANDARD, *_NUMPY):
        importlib.import_module(name)
    if profile == "numpy+torch":
        for name in _TORCH:
            importlib.import_module(name)
        _one_adam_step(importlib.import_module("torch"))
    rehearse()
    gc.collect()
    gc.freeze()  # a fork's collector would write to every object, and copy every page


def _one_adam_step(torch: Any) -> None:
    """The first use of torch.optim imports hundreds of modules; one thread, or the pool hangs forks."""
    torch.set_num_threads(1)
    layer = torch.nn.Linear(2, 1)
    optimiser = torch.optim.Adam(layer.parameters())
    torch.nn.functional.mse_loss(layer(torch.ones(3, 2)), torch.zeros(3, 1)).backward()
    optimiser.step()
