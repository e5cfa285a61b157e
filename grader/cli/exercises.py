"""`kaodian exercises`: what there is."""

import json

import click

from exercises.kit.catalogue import load_all
from grader.cli.options import json_option, lang_option, language_of


@click.command(name="exercises")
@json_option
@lang_option
@click.option("--topic", help="Only this topic, such as `losses`.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, lang: str | None, topic: str | None) -> None:
    """List the exercises by topic: id, title, kind, difficulty (1-3) and points."""
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
        ("编号", "题目", "类型", "难度", "分值") if zh else ("id", "title", "kind", "difficulty", "points")
    ):
        table.add_column(heading, justify="right" if heading in ("分值", "points") else "left")
    seen = ""
    for exercise in exercises:
        if seen and exercise.topic != seen:
            table.add_section()
        seen = exercise.topic
        kind = KINDS[exercise.kind].in_language(language)
        title = exercise.statements[language].title
        table.add_row(exercise.id, title, kind, stars(exercise.difficulty), f"{exercise.max_score:g}")
    Console().print(table)
