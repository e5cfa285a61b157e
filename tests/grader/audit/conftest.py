"""A bank of exercises in a folder of its own, as an exam's author would have one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exercises.kit.catalogue import load_exercise
from grader.audit.batch import Runners
from grader.audit.subject import Counts, Subject

STATEMENT = {
    "en": """# Clipping from below
Write `clipped(x, low)`: entries of $x$ below $low$ become $low$.
## points
- value: the entries
## hints
1. Compare.
2. Replace.
3. Keep the others.
## solution
Where $x$ is below $low$ it is replaced.
## misconceptions
### upper
It keeps what is small. The bound is one from below.
### zero
It replaces by 0. The bound may be another number.
### negated
It changes the sign. Nothing is to be negated.
""",
    "zh": """# 下截断
写 `clipped(x, low)`：$x$ 中低于 $low$ 的元素改成 $low$。
## points
- value: 各元素的值
## hints
1. 先比较。
2. 再替换。
3. 其余不变。
## solution
$x$ 低于 $low$ 的地方都要替换。
## misconceptions
### upper
保留了小的元素。这里的界是下界。
### zero
换成了 0。界不一定是 0。
### negated
变了符号。这里不需要取负。
""",
}
MODULE = """
import numpy as np

from exercises.kit import Case, Code


def clipped(x, low):
    return np.where(x > low, x, low)


exercise = Code(
    syllabus="losses.mse",
    difficulty=1,
    calls="clipped(x, low) -> y",
    reference=clipped,
    points={"value": 1},
    checks={"value": "y"},
)


@exercise.cases("value", hidden=4, public=1)
def vectors(rng):
    x = np.round(rng.normal(size=6), 2)
    return Case(x=x, low=round(float(np.median(x)) + 0.3, 2))


@exercise.misconception
def upper(x, low):
    return np.where(x < low, x, low)


@exercise.misconception
def zero(x, low):
    return np.where(x > low, x, 0.0)


@exercise.misconception
def negated(x, low):
    return -clipped(x, low)
"""
WEAK = MODULE.replace("np.median(x)) + 0.3", "x.min()) - 1").replace(
    "def zero(x, low):\n    return np.where(x > low, x, 0.0)", "def zero(x, low):\n    return 0 * x"
)
"""Its cases never have an entry below the bound."""
SOLUTION = '''"""An entry is kept where it is above the bound."""


def clipped(x, low):
    y = x.copy()
    y[x < low] = low
    return y
'''


class Bank:
    """Writes exercises into a folder, and gives them as subjects."""

    def __init__(self, folder: Path, runners: Runners) -> None:
        self.root = folder / "exercises"
        self.solutions = folder / "solutions"
        self.runners = runners

    def write(
        self,
        module: str = MODULE,
        solution: str = SOLUTION,
        statement: dict[str, str] = STATEMENT,
        name: str = "clipped",
    ) -> str:
        for folder in (self.root / "demo", self.solutions / "demo"):
            folder.mkdir(parents=True, exist_ok=True)
        (self.root / "demo" / f"{name}.py").write_text(module, encoding="utf-8")
        for language, text in statement.items():
            (self.root / "demo" / f"{name}.{language}.md").write_text(text, encoding="utf-8")
        (self.solutions / "demo" / f"{name}.py").write_text(solution, encoding="utf-8")
        return f"demo/{name}"

    def subject(self, module: str = MODULE, source: str = SOLUTION, **counts: int) -> Subject:
        exercise = load_exercise(self.write(module, source), self.root)
        return Subject(exercise, Counts(**{"solution": 6, "whole": 12, **counts}), self.runners)


@pytest.fixture(scope="session")
def runners() -> Iterator[Callable]:
    running = Runners()
    yield running
    running.close()


@pytest.fixture
def bank(tmp_path: Path, runners: Runners) -> Bank:
    return Bank(tmp_path, runners)
