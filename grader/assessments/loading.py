"""Reads an assessment's TOML; says all that is wrong with it at once, with file and line."""

import difflib
import math
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import Field, ValidationError, field_validator

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import BankError, add_bank
from grader.assessments.lines import Place, line_of
from grader.assessments.messages import about
from grader.assessments.model import Assessment, Question, Variants
from grader.sandbox.job import Limits
from grader.submissions.fullwidth import about_character, instead_of
from grader.submissions.problems import displayed, is_unsafe, joined, sentence

_OURS: Final = frozenset({"kaodian", "reference_impl", "exercises", "solutions", "grader"})
_MAX_QUESTION_ID: Final = 64
_MAX_SEED: Final = 2**63 - 1


class AssessmentError(Exception):
    """An assessment that cannot be used; `problems` are its sentences, each with file and, if found, line."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        super().__init__("\n".join(problem.en for problem in problems))
        self.problems = problems


class _QuestionTable(Frozen):
    exercise: str
    id: str | None = None
    points: float | None = Field(default=None, strict=True, gt=0, allow_inf_nan=False)


class _AssessmentFile(Frozen):
    """The TOML as it is written."""

    title: Text
    variants: Variants = "fixed"
    seed: int = Field(default=0, strict=True, ge=0, le=_MAX_SEED)
    modules: tuple[str, ...] = ()
    limits: Limits = Limits()
    secret_file: str | None = None
    banks: tuple[str, ...] = ()
    questions: tuple[_QuestionTable, ...] = Field(min_length=1)

    @field_validator("title", mode="before")
    @classmethod
    def _same_in_both(cls, value: Any) -> Any:
        return {"zh": value, "en": value} if isinstance(value, str) else value


def load_assessment(
    path: Path, known: Mapping[str, float], needs_torch: Callable[[str], bool] = lambda exercise: False
) -> Assessment:
    """Read and check an assessment.

    Parameters
    ----------
    path : Path
        The TOML file.
    known : mapping of str to float
        Every exercise's id with its own maximum of points, which is a question's where it gives none.
    needs_torch : function
        Whether an exercise is answered with PyTorch, which an assessment then has to list.

    Raises
    ------
    AssessmentError
        With everything that is wrong in the file.
    """
    text = _text(path)
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise AssessmentError((_no_toml(path, text, str(error)),)) from None
    problems_of_banks = _bank_problems(found, path.parent)
    problems = list(problems_of_banks)
    try:
        table = _AssessmentFile.model_validate(found)
    except ValidationError as error:
        problems += [about(detail, _fields_at(detail["loc"])) for detail in error.errors(include_url=False)]
        problems += [] if problems_of_banks else _unknown_exercises(_asked(found), known)
        raise _error(path, text, problems) from None
    if not problems_of_banks:  # whose exercises these may be
        problems += _unknown_exercises([(q.exercise, at) for at, q in enumerate(table.questions)], known)
    problems += _id_problems(table) + _module_problems(table) + _limit_problems(table.limits)
    if table.variants == "per-student" and "seed" in table.model_fields_set:
        problems.append(
            (
                ("seed",),
                Text(
                    zh='seed 只用于 variants = "fixed"；per-student 的题目由密钥决定。请删去 seed。',
                    en='seed is for variants = "fixed" only; per-student uses the secret. Delete seed.',
                ),
            )
        )
    problems += [] if problems else _torch_problems(table, needs_torch)
    if problems:
        raise _error(path, text, problems)
    return Assessment(
        title=table.title,
        variants=table.variants,
        seed=table.seed,
        modules=table.modules,
        limits=table.limits,
        questions=tuple(
            Question(
                id=q.exercise if q.id is None else q.id,
                exercise=q.exercise,
                points=known[q.exercise] if q.points is None else q.points,
            )
            for q in table.questions
        ),
        secret_file=path.parent / table.secret_file if table.secret_file else path.with_suffix(".secret"),
    )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = sentence(
            "{file}：不是 UTF-8 文本。请另存为 UTF-8。",
            "{file}: not UTF-8 text. Save it as UTF-8.",
            file=displayed(path.name),
        )
    except OSError as error:
        problem = sentence(
            "{file}：无法读取（{kind}）。请检查路径和权限。",
            "{file}: cannot be read ({kind}). Look at its path and permissions.",
            file=displayed(path.name),
            kind=type(error).__name__,
        )
    raise AssessmentError((problem,))


def _no_toml(path: Path, text: str, message: str) -> Text:
    facts = {"file": displayed(path.name), "message": message}
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if place is None:
        return sentence("{file}：不是 TOML（{message}）。", "{file}: not TOML ({message}).", **facts)
    line, column = int(place[1]), int(place[2])
    problem = sentence(
        "{file} 第 {line} 行：不是 TOML（{message}）。",
        "{file}, line {line}: not TOML ({message}).",
        **facts,
        line=line,
    )
    here = text.splitlines()[line - 1][column - 1 : column] if line <= len(text.splitlines()) else ""
    if here and not here.isascii() and instead_of(here) is not None:
        return joined(problem, about_character(here))
    return problem


def _error(path: Path, text: str, problems: list[tuple[Place, Text]]) -> AssessmentError:
    """Put file and line before each sentence, in the order of the lines."""
    located = [(line_of(text, place), problem) for place, problem in problems]
    located.sort(key=lambda item: item[0] or 0)
    file = displayed(path.name)
    texts = []
    for line, problem in located:
        if line is None:
            texts.append(Text(zh=f"{file}：{problem.zh}", en=f"{file}: {problem.en}"))
        else:
            texts.append(
                Text(zh=f"{file} 第 {line} 行：{problem.zh}", en=f"{file}, line {line}: {problem.en}")
            )
    return AssessmentError(tuple(texts))


def _fields_at(place: Place) -> list[str]:
    """The keys that a table at this place may have."""
    model: type[Frozen] = _AssessmentFile
    if place[0] == "questions":
        model = _QuestionTable
    elif place[0] in {"limits", "title"} and len(place) > 1:
        model = Limits if place[0] == "limits" else Text
    return list(model.model_fields)


def _asked(found: dict[str, Any]) -> list[tuple[str, int]]:
    """The exercises of a file that is otherwise wrong, as far as they can be seen, each with its place."""
    questions = found.get("questions")
    return [
        (question["exercise"], at)
        for at, question in enumerate(questions if isinstance(questions, list) else [])
        if isinstance(question, dict) and isinstance(question.get("exercise"), str)
    ]


def _bank_problems(found: dict[str, Any], beside: Path) -> list[tuple[Place, Text]]:
    """Add the banks that a file names, for its exercises may be theirs; what is wrong with them."""
    problems: list[tuple[Place, Text]] = []
    banks = found.get("banks")
    for bank in banks if isinstance(banks, list) else []:
        try:
            add_bank(beside / str(bank))
        except BankError as error:
            problems.append((("banks",), error.problem))
    return problems


def _unknown_exercises(asked: list[tuple[str, int]], known: Mapping[str, float]) -> list[tuple[Place, Text]]:
    problems: list[tuple[Place, Text]] = []
    for exercise, at in asked:
        if exercise in known:
            continue
        same_name = [name for name in known if name.split("/")[-1] == exercise.split("/")[-1]]
        close = same_name or difflib.get_close_matches(exercise, known, n=3, cutoff=0.5)
        problem = sentence(
            "没有题目 {exercise}。", "There is no exercise {exercise}.", exercise=displayed(exercise)
        )
        if close:
            advice = sentence("相近的有：{close}。", "Close ones: {close}.", close=", ".join(close))
        else:
            advice = Text(
                zh="请运行 kaodian exercises 查看所有题目。", en="Run kaodian exercises to see all of them."
            )
        problems.append((("questions", at, "exercise"), joined(problem, advice)))
    return problems


def _id_problems(table: _AssessmentFile) -> list[tuple[Place, Text]]:
    problems: list[tuple[Place, Text]] = []
    seen: dict[str, int] = {}
    for at, question in enumerate(table.questions):
        name = question.exercise if question.id is None else question.id
        place: Place = ("questions", at, "id")
        if not name or name != name.strip() or len(name) > _MAX_QUESTION_ID or any(map(is_unsafe, name)):
            problems.append(
                (
                    place,
                    sentence(
                        "题号“{name}”应有 1 到 {most} 个可见字符，首尾没有空格。",
                        "The question id “{name}” should have 1 to {most} visible characters, "
                        "and no space at its ends.",
                        name=displayed(name),
                        most=_MAX_QUESTION_ID,
                    ),
                )
            )
        elif name in seen:
            problems.append(
                (
                    place,
                    sentence(
                        "第 {this} 题与第 {first} 题的题号都是 {name}。"
                        '请给其中一题另写 id，例如 id = "{name}-2"。',
                        "Questions {this} and {first} have the same id {name}. "
                        'Give one an id of its own, such as id = "{name}-2".',
                        this=at + 1,
                        first=seen[name] + 1,
                        name=name,
                    ),
                )
            )
        seen.setdefault(name, at)
    return problems


def _module_problems(table: _AssessmentFile) -> list[tuple[Place, Text]]:
    problems: list[tuple[Place, Text]] = []
    for name in table.modules:
        if not all(part.isidentifier() for part in name.split(".")):
            problem = sentence(
                '“{name}”不是模块名。请写成例如 modules = ["torch"]。',
                '“{name}” is no module name. Write, for instance, modules = ["torch"].',
                name=displayed(name),
            )
        elif name.split(".")[0] in _OURS:
            problem = sentence(
                "{name} 含有参考答案，学生不能导入。请从 modules 里删去。",
                "{name} holds the reference answers; no student may import it. Take it out of modules.",
                name=name,
            )
        elif name != "torch":
            problem = sentence(
                "modules 里只能写 torch，却有 {name}。NumPy 和标准库总是可以导入的。",
                "modules may list torch, not {name}. NumPy and the standard library can always be imported.",
                name=displayed(name),
            )
        else:
            continue
        problems.append((("modules",), problem))
    return problems


def _torch_problems(table: _AssessmentFile, needs_torch: Callable[[str], bool]) -> list[tuple[Place, Text]]:
    if "torch" in table.modules:
        return []
    return [
        (
            ("questions", at, "exercise"),
            sentence(
                '{name} 要用 PyTorch 作答。请在文件开头写上 modules = ["torch"]。',
                '{name} is answered with PyTorch. Write modules = ["torch"] at the top of the file.',
                name=question.exercise,
            ),
        )
        for at, question in enumerate(table.questions)
        if needs_torch(question.exercise)
    ]


def _limit_problems(limits: Limits) -> list[tuple[Place, Text]]:
    return [
        (
            ("limits", name),
            sentence(
                "{name} 应是大于 0 的数，却是 {value}。默认是 {default}。",
                "{name} should be a number above 0, but is {value}. The default is {default}.",
                name=name,
                value=value,
                default=Limits.model_fields[name].default,
            ),
        )
        for name, value in limits
        if not (value > 0 and math.isfinite(value))
    ]
