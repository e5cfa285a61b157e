"""`kaodian exercises`: what there is."""

import json
from typing import Literal

import click

from exercises.kit.catalogue import load_all
from grader.cli.banks import bank_option
from grader.cli.options import json_option, lang_option, language_of

_WIDEST = 1000
_LEAST_WIDTH = 80
"""Columns at which the longest id leaves room for a title."""


@click.command(name="exercises")
@json_option
@bank_option
@lang_option
@click.option("--topic", help="Only this topic, such as `losses`.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, lang: str | None, topic: str | None) -> None:
    """List the exercises by topic: id, title, kind, level of difficulty (1-3) and points."""
    language = language_of(ctx, lang)
    exercises = [e for e in load_all() if topic in (None, e.topic)]
    if not exercises:
        raise click.UsageError(f"there is no topic {topic!r}; `kaodian exercises` lists all")
    if as_json:
        rows = [
            {
                "id": e.id,
                "topic": e.topic,
                "kind": e.kind,
                "title": {lang: e.statements[lang].title for lang in ("zh", "en")},
                "difficulty": e.difficulty,
                "max_score": e.max_score,
                "syllabus": list(e.syllabus),
            }
            for e in exercises
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    from grader.reports.labels import KINDS, stars

    table = Table(box=None, pad_edge=False)
    zh = language == "zh"
    for heading in (
        ("编号", "题目", "类型", "难度", "分值") if zh else ("id", "title", "kind", "level", "points")
    ):
        justify: Literal["left", "right"] = "right" if heading in ("分值", "points") else "left"
        table.add_column(heading, justify=justify, no_wrap=heading not in ("题目", "title"), overflow="fold")
    seen = ""
    for exercise in exercises:
        if seen and exercise.topic != seen:
            table.add_section()
        seen = exercise.topic
        kind = KINDS[exercise.kind].in_language(language)
        title = exercise.statements[language].title
        table.add_row(exercise.id, title, kind, stars(exercise.difficulty), f"{exercise.max_score:g}")
    # ids are copied and searched for: never cut; in a pipe a row a line, however long
    terminal = Console()
    if terminal.is_terminal:
        wide = max(terminal.width, _LEAST_WIDTH)
    else:
        wide = Console(width=_WIDEST).measure(table).maximum
    out = Console(width=wide, color_system=None)
    with out.capture() as printed:
        out.print(table)
    for line in printed.get().splitlines():
        click.echo(line.rstrip())
