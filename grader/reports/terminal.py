"""Results for a terminal: in colour where it is one, plain text where it is a file or a pipe."""

import os
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from exercises.kit.base import Language
from grader.judging.result import QuestionResult, Verdict
from grader.reports.answers_words import explain_answers
from grader.reports.labels import (
    STATUSES,
    UNDECIDED,
    got_text,
    judged_shares,
    percent_text,
    points_text,
    tone,
    verdict_text,
)
from grader.reports.loading_words import explain_loading
from grader.reports.markdown import plain_sentence, plain_text
from grader.reports.told import told_findings
from grader.reports.visible import capped, on_one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from exercises.kit.exercise import Exercise
    from grader.batch.result import ClassResult, SubmissionResult
    from grader.checking.check import CheckReport

_COLOURS = {"good": "green", "part": "yellow", "bad": "red"}
_MARKS = {"good": "✓", "part": "◐", "bad": "✗"}
_MOST_MISCONCEPTIONS = 5
_SAID = {"zh": "Python 的说明：", "en": "Python says: "}
_PRINTED = {"zh": "公开用例里打印的内容：", "en": "Printed in a public case:"}
_RUNNERS = {
    "sandbox": {"zh": "在沙箱里运行。", "en": "It ran in the sandbox."},
    "plain process": {
        "zh": "没有沙箱：代码在普通进程里运行，只适合你自己的代码。",
        "en": "No sandbox: it ran in a plain process, which is for your own code only.",
    },
}
_IN_COLOUR = False if os.environ.get("NO_COLOR") else None  # None: where it is a terminal


def print_check(report: "CheckReport", language: Language, console: "Console | None" = None) -> None:
    """Print what checking one's own work found: scores, and every finding in words.

    Parameters
    ----------
    report : CheckReport
    language : Language
    console : rich Console, optional
        Standard output if left out; colour only where that is a terminal.
    """
    out = console
    _say(out, report.submission.source_name, "bold")
    for cell in report.cells:  # before all that may follow from it
        if cell.fault is not None:
            _say(out, f"✗ {explain_loading(cell.fault, language)}", "red")
    if report.problem is not None:
        _say(out, report.problem.in_language(language), "red")
    for note in report.submission.notes:
        _say(out, f"! {note.in_language(language)}", "yellow")
    for told in explain_answers(report.unknown_answers, report.answers_fault, report.cells, language):
        _say(out, f"! {told}", "yellow")
    for result in report.results:
        _say(out, "")
        stopped = any(cell.fault is not None for cell in report.cells)
        _print_question(out, result, report.exercises[result.exercise], language, stopped=stopped)
    if report.results:
        _say(out, "")
        total = {"zh": "总分", "en": "Score"}[language]
        _say(out, f"{total} {points_text(report.score)} / {points_text(report.max_score)}", "bold")
    if not report.hidden and report.results:
        public_only = {
            "zh": "只运行了公开用例；加上 --hidden 可运行全部用例。",
            "en": "Only the public cases were run; --hidden runs them all.",
        }
        _say(out, public_only[language], "dim")
    if report.results and not report.seed_named:
        assumed = {
            "zh": f"文件里没有 `# kaodian: seed` 一行：按变体 {report.seed} 的数字检查；"
            "用 --seed 可指定别的变体。",
            "en": "No line `# kaodian: seed` in the file: checked with the numbers of variant "
            f"{report.seed}; --seed takes another.",
        }
        _say(out, assumed[language], "dim")
    _say(out, _RUNNERS[report.runner][language], "dim")


def print_class(result: "ClassResult", language: Language, console: "Console | None" = None) -> None:
    """Print a class in short: how many were graded, mean, each question, the commonest misconceptions."""
    from rich.console import Console
    from rich.table import Table

    from grader.reports.attention import attention

    out = console or Console(highlight=False)
    _say(out, result.title.in_language(language), "bold")
    statuses = Counter(one.status for one in result.results)
    counts = [f"{STATUSES[s].in_language(language)} {statuses[s]}" for s in STATUSES if statuses[s]]
    _say(out, ", ".join(counts))
    for told in attention(result, language):
        _say(out, f"! {told}", "yellow")
    graded = [one for one in result.results if one.status == "graded"]
    if not graded:
        return
    words = {"zh": ("题目", "平均", "满分", "得满分"), "en": ("Question", "Mean", "Out of", "Full marks")}
    table = Table(box=None, pad_edge=False)
    for place, word in enumerate(words[language]):
        table.add_column(word, justify="right" if place else "left", overflow="fold")
    by_id: dict[str, list[QuestionResult]] = {}
    for one in graded:
        for question in one.questions:
            by_id.setdefault(question.question, []).append(question)
    for id_, answers in by_id.items():
        most = points_text(max(answer.max_score for answer in answers))
        marked = [answer for answer in answers if answer.verdict is not Verdict.PENDING]
        if not marked:  # answers that wait for a TA are no zeros
            table.add_row(_text(id_), UNDECIDED, most, UNDECIDED)
            continue
        full = sum(answer.score >= answer.max_score for answer in marked) / len(marked)
        mean = points_text(statistics.fmean(answer.score for answer in marked))
        table.add_row(_text(id_), mean, most, percent_text(full))
    table.add_row(*_total(graded, language), style="bold")
    out.print(table)
    pending = points_text(sum(one.pending for one in graded))
    if pending != "0":
        waiting = {
            "zh": f"{pending} 分等待助教判定：在 pending.csv 里填上 points，再运行 kaodian mark。",
            "en": f"{pending} points wait for a TA: fill in points in pending.csv, then run kaodian mark.",
        }
        _say(out, waiting[language], "yellow")
    hits = Counter(
        (question.question, name)
        for one in graded
        for question in one.questions
        for name in set(question.misconceptions)
    )
    if hits:
        _say(out, {"zh": "最常见的误解：", "en": "Commonest misconceptions:"}[language])
    for (id_, name), count in sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_MOST_MISCONCEPTIONS]:
        _say(out, f"  {percent_text(count / len(by_id[id_])):>5}  {id_}  {name}")


def _total(graded: Sequence["SubmissionResult"], language: Language) -> tuple[str, str, str]:
    """The last row: points, or while answers wait for a TA, percent of what is judged."""
    if not any(one.pending for one in graded):
        mean = points_text(statistics.fmean(one.score for one in graded))
        total = {"zh": "总分", "en": "Total"}[language]
        return total, mean, points_text(max(one.max_score for one in graded))
    shares = judged_shares(graded)
    total = {"zh": "总分（已评部分）", "en": "Total, of what is judged"}[language]
    return total, percent_text(statistics.fmean(shares)) if shares else UNDECIDED, percent_text(1)


def print_markdown(markdown: str, console: "Console | None" = None) -> None:
    """Print a statement: formulas in readable characters, nothing broken into lines that was not."""
    _say(console, plain_text(markdown))


def _print_question(
    out: "Console | None", result: QuestionResult, exercise: "Exercise", language: Language, *, stopped: bool
) -> None:
    shade = tone(result.verdict)
    title = plain_sentence(exercise.statements[language].title)
    score = f"{got_text(result.score, result.verdict)} / {points_text(result.max_score)}"
    verdict = verdict_text(result.verdict, language, stopped=stopped)
    _say(out, f"{_MARKS[shade]} {result.question} · {title}  {score}  {verdict}", f"bold {_COLOURS[shade]}")
    if len(result.parts) > 1:
        for part in result.parts:
            shade = tone(part.verdict)
            points = f"{got_text(part.score, part.verdict)} / {points_text(part.max_score)}"
            verdict = verdict_text(part.verdict, language, stopped=stopped)
            _say(out, f"    {_MARKS[shade]} {part.name}  {points}  {verdict}", _COLOURS[shade])
    findings = told_findings(result)
    if findings:
        from grader.reports.wording import explain
    for finding, advised in findings:
        _say(out, f"  - {explain(finding, exercise, language, stopped=stopped, advised=advised)}")
    if findings:
        _say_of_public(out, result, language)


def _say_of_public(out: "Console | None", result: QuestionResult, language: Language) -> None:
    """What Python said and what was printed in a public case, which hides nothing from whoever runs it."""
    public = [case for case in result.cases if case.public]
    said = next((case.fault.message for case in public if case.fault and case.fault.message), "")
    if said:
        _say(out, f"    {_SAID[language]}{capped(said)}", "dim")
    printed = next((case.printed for case in public if case.printed), "")
    if printed:
        lines = capped(printed).rstrip().splitlines()
        _say(out, "\n    ".join([f"    {_PRINTED[language]}", *(f"  {line}" for line in lines)]), "dim")


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(on_one_line(text), style)


def _say(out: "Console | None", text: str, style: str = "") -> None:
    """Print line by line, as it stands: no markup, no escape sequences, no wrapping."""
    for line in text.split("\n"):
        if out is None:
            _echo(line.expandtabs(4), style)
        else:
            out.print(_text(line.expandtabs(4), style), soft_wrap=True)


def _echo(line: str, style: str) -> None:
    """As rich would print it, whose import takes longer than all there is to print."""
    words = style.split()
    colours: dict[str, Any] = {word: True for word in words if word in ("bold", "dim")}
    colours["fg"] = next((word for word in words if word not in colours), None)
    plain = on_one_line(line)
    click.echo(click.style(plain, **colours) if style else plain, color=_IN_COLOUR)
