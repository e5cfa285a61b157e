"""Public cases as otter tests (OK format), so that Jupyter and otter-grader alone can run them."""

from typing import Any

import numpy as np

from exercises.kit.base import Value
from exercises.kit.closeness import Close, is_numeric
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCase, SealedCode
from grader.workbooks.item import Item


def otter_test(item: Item) -> dict[str, Any] | None:
    """The test of a question; None where it has no public cases that can run without a grader."""
    exercise, sealed = item.exercise, item.sealed
    if not isinstance(exercise, Code) or not isinstance(sealed, SealedCode) or exercise.view_function:
        return None
    cases = [{"code": doctest(exercise, case), "hidden": False, "locked": False} for case in sealed.public]
    if not cases:
        return None
    suite = {"cases": cases, "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    return {"name": item.question, "points": item.max_score, "suites": [suite]}


def doctest(exercise: Code, case: SealedCase) -> str:
    lines = ["import numpy as np"]
    if exercise.given_source:
        lines.append(f"exec({exercise.given_source!r})")  # a doctest takes no definition with blank lines
    shared = set(case.program.inplace)
    lines += [f"{name} = {literal(case.inputs[name])}" for name in sorted(shared)]
    made = {name for call in case.program.calls for name in call.results}
    for call in case.program.calls:
        arguments = [a if a in made or a in shared else literal(case.inputs[a]) for a in call.arguments]
        results = f"{', '.join(call.results)} = " if call.results else ""
        lines.append(f"{results}{call.function}({', '.join(arguments)})")
    source = [f">>> {line}" for line in lines]
    for output in exercise.checked_by(case.aspects):
        whole, _, entry = output.partition(".")
        found = f"{whole}[{entry!r}]" if entry else whole
        source += [f">>> {_comparison(exercise, output, case.expected[output], found)}", "True"]
    return "\n".join(source)


def _comparison(exercise: Code, output: str, expected: Value, found: str) -> str:
    rule = exercise.acceptance(output)
    if isinstance(rule, Close) and is_numeric(expected):
        bound = rule.bound(np.asarray(expected, dtype=float))
        right = f"np.squeeze({literal(expected)})"
        if exercise.framework == "torch":
            found += ".detach().numpy()"
        return f"bool(np.allclose(np.squeeze({found}), {right}, rtol=0, atol={bound:.3g}))"
    return f"bool(np.all(np.asarray({found}) == np.asarray({literal(expected)})))"


def literal(value: Value) -> str:
    """A value as Python source that makes it again, to the last bit."""
    if isinstance(value, np.ndarray):
        return f"np.array({literal(value.tolist())}, dtype=np.{value.dtype.name})"
    if isinstance(value, float) and not np.isfinite(value):
        return {"inf": "np.inf", "-inf": "-np.inf"}.get(str(value), "np.nan")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(entry) for entry in value) + "]"
    return repr(value.item() if isinstance(value, np.generic) else value)
