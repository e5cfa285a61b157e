"""Starters: the empty answer that a workbook begins with, one for each kind of exercise."""

from exercises.kit.base import Language
from exercises.kit.choice import Choice
from exercises.kit.code import Code
from exercises.kit.derivation import Derivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.numeric import Numeric
from exercises.kit.order import Order
from exercises.kit.program import Program


def starter(exercise: Exercise, sealed: Sealed, question: str, language: Language, *, above: str = "") -> str:
    """Python source that a student completes; as it stands it earns nothing.

    Parameters
    ----------
    question : str
        The key of `answers` for exercises that are not code.
    above : str
        A statement that stands above it: where that shows the code that the exercise gives, it is left out.
    """
    points = exercise.statements[language].points
    if isinstance(exercise, Code):
        given = exercise.given_source
        before = "" if given in above else f"{given}\n\n\n"
        return before + "\n\n".join(_definitions(exercise.program, exercise.functions))
    if isinstance(exercise, (Numeric, Derivation)):
        empty = "None" if isinstance(exercise, Numeric) else '""'
        lines = [f'    "{step}": {empty},  # {points[step]}' for step in exercise.points]
        return "\n".join([f'answers["{question}"] = {{', *lines, "}\n"])
    if isinstance(exercise, Choice):
        example = {"zh": '例如 "a" 或 "a, c"', "en": 'such as "a" or "a, c"'}[language]
    elif isinstance(exercise, Order):
        example = {"zh": '全部字母，例如 "c a b"', "en": 'all letters, such as "c a b"'}[language]
    else:
        return f'answers["{question}"] = """\n\n"""\n'
    return f'answers["{question}"] = ""  # {example}\n'


def _definitions(program: Program, functions: tuple[str, ...]) -> list[str]:
    """A function for each name; a class for a name whose result has methods that are called."""
    made_by = {name: call.function for call in program.calls for name in call.results}
    methods: dict[str, dict[str, tuple[str, ...]]] = {}
    for call in program.calls:
        owner, _, method = call.function.partition(".")
        if owner in made_by and made_by[owner] in functions:
            members = methods.setdefault(made_by[owner], {})
            known = members.get(method or "__call__", call.arguments)
            members[method or "__call__"] = _in_common(known, call.arguments)
    definitions = []
    for name in functions:
        call = next(call for call in program.calls if call.function == name)
        if name not in methods:
            definitions.append(f'def {name}({", ".join(call.arguments)}):\n    """{call}"""\n    {_TODO}\n')
            continue
        members = {"__init__": call.arguments, **methods[name]}
        bodies = [
            f"    def {member}({', '.join(('self', *arguments))}):\n        {_TODO}\n"
            for member, arguments in members.items()
        ]
        definitions.append(f"class {name}:\n" + "\n".join(bodies))
    return definitions


def _in_common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Names of a method's arguments that is called as `step(w, g1)` and as `step(w1, g2)`: `w` and `g`."""
    if len(one) != len(other):  # one leaves a default value out
        return max(one, other, key=len)
    pairs = zip(one, other, strict=True)
    return tuple(a if a == b else a.rstrip("0123456789") or a for a, b in pairs)


_TODO = "raise NotImplementedError"
