"""`kaodian show`: one exercise's statement, in the terminal or as a page."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.banks import bank_option
from grader.cli.options import json_option, lang_option, language_of, load, seed_option

if TYPE_CHECKING:
    from exercises.kit.exercise import Exercise


@click.command(name="show")
@click.argument("exercise_id", metavar="ID")
@seed_option
@json_option
@bank_option
@lang_option
@click.option("--hints", is_flag=True, help="Print the hints too.")
@click.option(
    "--html",
    "page_file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page in both languages instead: one file that needs nothing else.",
)
@click.option(
    "--solution",
    "with_solution",
    is_flag=True,
    help="On the page: the worked solution and the known mistakes too.",
)
@click.pass_context
def command(
    ctx: click.Context,
    exercise_id: str,
    seed: int | None,
    as_json: bool,
    lang: str | None,
    hints: bool,
    page_file: Path | None,
    with_solution: bool,
) -> None:
    """Print the statement of one variant of an exercise."""
    from exercises.kit.seeds import Seeds
    from grader.workbooks.item import Item

    if with_solution and page_file is None:
        raise click.UsageError("--solution is for a page: name its file with --html FILE.")
    if as_json and page_file is not None:
        raise click.UsageError("--json and --html are two ways to show it: choose one.")
    language, exercise = language_of(ctx, lang), load(exercise_id)
    sealed = exercise.seal(Seeds.from_number(seed or 0, exercise_id))
    item = Item(question=exercise_id, exercise=exercise, sealed=sealed)
    if page_file is not None:
        from grader.reports.exercise_page import exercise_page

        solution = _solution_of(exercise) if with_solution else None
        html = exercise_page(exercise, sealed, language, seed=seed or 0, solution=solution)
        _write(page_file, html)
        return
    if as_json:
        fields = {
            "id": exercise_id,
            "seed": seed or 0,
            "statement": {name: item.statement(name) for name in ("zh", "en")},
            "starter": item.starter(language),
            "points": exercise.points,
            "max_score": exercise.max_score,
            "hints": list(exercise.statements[language].hints),
        }
        click.echo(json.dumps(fields, ensure_ascii=False, indent=2))
        return
    from grader.reports.terminal import print_markdown

    text = item.statement(language)
    source = item.starter(language, above=text)
    if hints:
        title = {"zh": "提示", "en": "Hints"}[language]
        lines = "\n".join(f"{n}. {hint}" for n, hint in enumerate(exercise.statements[language].hints, 1))
        text += f"\n### {title}\n\n{lines}\n"
    print_markdown(f"{text}\n```python\n{source}```\n")


def _solution_of(exercise: "Exercise") -> str:
    """Source of the worked solution."""
    from exercises.kit.catalogue import solution_path

    path = solution_path(exercise)
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise click.ClickException(
            f"{exercise.id} has no worked solution: {path} is missing. Write it, or leave --solution out."
        ) from None


def _write(file: Path, html: str) -> None:
    try:
        file.write_text(html, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(
            f"cannot write {file}: {error.strerror}. Name a file in a folder that exists and is writable."
        ) from None
    click.echo(str(file), err=True)
