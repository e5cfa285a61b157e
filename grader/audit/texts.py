"""What is declared and written: enough of it, and the same in both languages."""

import ast
import re
from collections import Counter
from typing import Any

from exercises.kit.catalogue import solution_path
from exercises.kit.choice import Choice
from exercises.kit.code import Code
from exercises.kit.drawing import FENCE
from exercises.kit.exercise import DeclarationError
from exercises.kit.syllabus import load_syllabus
from exercises.kit.written import Written
from grader.audit.subject import Complaints, Subject, alternative_paths
from grader.skeletons.write import TODO

HINTS = 3
MISCONCEPTIONS = 3
OPTIONS = 4
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NOT_ENGLISH = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_ZH_NUMBERS = dict(zip("三四五六七八九十", range(3, 11), strict=True))
_EN_NUMBERS = dict(
    zip(["three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(3, 11), strict=True)
)
_ZH_COUNTED = re.compile(
    r"(?<![第十百千万一二三四五六七八九])([三四五六七八九十])(?=[个层步次类点句列行张条种遍位块项组例门])"
)
_EN_COUNTED = re.compile(rf"\b({'|'.join(_EN_NUMBERS)})\b", re.IGNORECASE)
_LEFT_OVER = ("{{", "{%", "array(", "np.float64", "None")


def declaration(subject: Subject) -> Complaints:
    """Three misconceptions and hints, known points of the syllabus, an example, a worked solution."""
    exercise = subject.exercise
    told = {wrong.told_as for wrong in exercise.misconceptions.values()}
    if len(told) < MISCONCEPTIONS and not isinstance(exercise, Written):
        yield f"has {len(told)} misconceptions; {MISCONCEPTIONS} at least"
    for language, statement in exercise.statements.items():
        if len(statement.hints) != HINTS:
            yield f"has {len(statement.hints)} hints ({language}); {HINTS}, from a nudge to the decisive idea"
        if not statement.solution and not isinstance(exercise, Written):
            yield f"has no text under `## solution` ({language}): how one comes to the answer"
    known = {point.id for point in load_syllabus()}
    for point in exercise.syllabus:
        if point not in known:
            yield f"names {point!r}, which is no point of exercises/syllabus.toml"
    yield from _left_to_do(subject)
    if isinstance(exercise, Choice) and len(exercise.options) < OPTIONS:
        yield f"has {len(exercise.options)} options; {OPTIONS} at least, or guessing pays"
    if isinstance(exercise, Code) and not subject.first().public:
        yield "has no public case: a student sees no example"
    path = solution_path(exercise)
    if not path.is_file():
        yield f"has no worked solution at solutions/{exercise.id}.py"
        return
    for one in (path, *alternative_paths(exercise)):
        yield from _as_a_student(
            one.read_text(encoding="utf-8"), one.stem, getattr(exercise, "framework", "")
        )


def _left_to_do(subject: Subject) -> Complaints:
    """Where each file of a skeleton still says TODO, its first place."""
    path, solution = subject.exercise.path, solution_path(subject.exercise)
    for file in (path, path.with_suffix(".zh.md"), path.with_suffix(".en.md"), solution):
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        places = [number for number, line in enumerate(lines, 1) if TODO in line]
        if places:
            where = f"{file.parents[1].name}/{file.parent.name}/{file.name}"
            yield f"{where} says {TODO} in {len(places)} lines, first in line {places[0]}"


def same_in_both_languages(subject: Subject) -> Complaints:
    """Both languages state the same formulas, code and numbers; neither has a piece of the other in it."""
    exercise = subject.exercise
    for sealed in subject.variants(subject.counts.texts):
        zh, en = (
            exercise.statements[language].render(exercise.view_of(sealed, language))
            for language in ("zh", "en")
        )
        complaint = _first_difference("statement", zh, en, exactly=True)
        complaint = complaint or unlike_number_words(zh, en)
        if not _CHINESE.search(zh):
            complaint = complaint or "the Chinese statement has no Chinese in it"
        for text in (zh, en):
            # code may say None; a sentence may not
            left = [one for one in _LEFT_OVER if one in _without_code(text)]
            if left:
                complaint = complaint or f"the statement has {', '.join(left)} in it"
        if complaint:
            yield complaint
            return
    zh_texts, en_texts = _texts(exercise.statements["zh"]), _texts(exercise.statements["en"])
    for where in zh_texts.keys() | en_texts.keys():
        complaint = _first_difference(where, zh_texts.get(where, ""), en_texts.get(where, ""), exactly=False)
        if complaint:
            yield complaint


def explanations_teach(subject: Subject) -> Complaints:
    """What is said of a misconception is two sentences at least, and not what the report says anyway."""
    for name, text in subject.exercise.statements["en"].misconceptions.items():
        sentences = re.findall(r"[.?!:;](?=\s|$)", re.sub(r"\$[^$]*\$", "x", text))
        if not 2 <= len(sentences) <= 6:
            yield f"{name} is explained in {len(sentences)} sentences; two or three teach"
        if "your results" in text.lower():
            yield f"{name}'s explanation says `your results`, as the report does before it"


def facts(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Formulas and drawings without their words, code, and numbers outside of all."""
    code = [
        re.sub(r"[^\W\d_]|\s", "", one) if one.startswith(f"```{FENCE}") else one
        for one in re.findall(r"```.*?```|`[^`]+`", text, flags=re.DOTALL)
    ]
    text = _without_code(text)
    formulas = re.findall(r"\$\$.+?\$\$|\$[^$]+\$", text, flags=re.DOTALL)
    text = re.sub(r"\$\$.+?\$\$|\$[^$]+\$", " ", text, flags=re.DOTALL)
    plain = (re.sub(r"\\text\{[^}]*\}", "", formula) for formula in formulas)
    numbers = re.findall(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?(?![\d]|\.\d)", text)
    return Counter(" ".join(one.split()) for one in plain), Counter(code), Counter(numbers)


def unlike_number_words(zh: str, en: str) -> str:
    """A number from three to ten that one language says in words and the other not at all; "" for none.

    What is two in one language may be both, a pair or each in the other.
    """
    plain = [re.sub(r"\$[^$]*\$", " ", _without_code(text)) for text in (zh, en)]
    digits = [{int(number) for number in re.findall(r"(?<![\d.])\d{1,2}(?![\d.])", text)} for text in plain]
    counted = {_ZH_NUMBERS[one] for one in _ZH_COUNTED.findall(plain[0])}
    mentioned = {number for character, number in _ZH_NUMBERS.items() if character in plain[0]}
    words = {_EN_NUMBERS[one.lower()] for one in _EN_COUNTED.findall(plain[1])}
    for number in sorted(counted - words - digits[1]):
        return f"only zh says {number} in words"
    for number in sorted(words - mentioned - digits[0]):
        return f"only en says {number} in words"
    return ""


def _without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`]+`", " ", text, flags=re.DOTALL)


def _texts(statement: Any) -> dict[str, str]:
    """Every text but the statement, by where it stands."""
    named = {"points": statement.points, "options": statement.options, "items": statement.items}
    named["misconceptions"] = statement.misconceptions
    texts = {
        f"{section} {name}": text for section, entries in named.items() for name, text in entries.items()
    }
    texts |= {f"hint {number}": hint for number, hint in enumerate(statement.hints, 1)}
    return texts | {"solution": statement.solution} if statement.solution else texts


def _first_difference(where: str, zh: str, en: str, *, exactly: bool) -> str:
    """What one language says and the other does not; words may be put otherwise, facts may not."""
    if not zh.strip() or not en.strip():
        return f"{where} is empty in {'en' if zh.strip() else 'zh'}"
    if _NOT_ENGLISH.search(_without_code(en)):
        return f"{where} has Chinese characters in English"
    for what, one, other in zip(("formulas", "code", "numbers"), facts(zh), facts(en), strict=True):
        # a name may be repeated in one language where the other says `it`
        loosely = not exactly or what == "code"
        if (set(one) != set(other)) if loosely else (one != other):
            only_zh, only_en = (
                (one - other, other - one) if not loosely else (set(one) - set(other), set(other) - set(one))
            )
            return f"{where}: {what} differ: only zh has {list(only_zh)}, only en has {list(only_en)}"
    return ""


def _as_a_student(source: str, name: str, framework: str) -> Complaints:
    """A solution explains itself, and imports what a student may."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise DeclarationError(f"solution {name}: {error}") from error
    if not ast.get_docstring(tree):
        yield f"solution {name} has no docstring that says why the answer is right"
    allowed = {"numpy", "torch"} if framework == "torch" else {"numpy"}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    foreign = {module for module in imported if module.partition(".")[0] not in allowed}
    if foreign:
        yield f"solution {name} imports {', '.join(sorted(foreign))}"
