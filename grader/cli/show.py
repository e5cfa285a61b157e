"""`kaodian show`: one exercise's statement."""

import json

import click

from grader.cli.options import json_option, lang_option, language_of, load, seed_option


@click.command(name="show")
@click.argument("exercise_id", metavar="ID")
@seed_option
@json_option
@lang_option
@click.option("--hints", is_flag=True, help="Print the hints too.")
@click.pass_context
def command(
    ctx: click.Context, exercise_id: str, seed: int | None, as_json: bool, lang: str | None, hints: bool
) -> None:
    """Print the statement of one variant of an exercise."""
    from exercises.kit.seeds import Seeds
    from grader.workbooks.item import Item

    language, exercise = language_of(ctx, lang), load(exercise_id)
    sealed = exercise.seal(Seeds.from_number(seed or 0, exercise_id))
    item = Item(question=exercise_id, exercise=exercise, sealed=sealed)
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
    if hints:
        title = {"zh": "提示", "en": "Hints"}[language]
        lines = "\n".join(f"{n}. {hint}" for n, hint in enumerate(exercise.statements[language].hints, 1))
        text += f"\n### {title}\n\n{lines}\n"
    print_markdown(f"{text}\n```python\n{item.starter(language)}```\n")
