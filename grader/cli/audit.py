"""`kaodian audit`: whether exercises are fit to publish."""

import json
import sys

import click

from grader.cli.options import json_option, lang_option, language_of, load


@click.command(name="audit")
@click.argument("exercise_ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--variants", type=click.IntRange(1, 10_000), default=30, show_default=True, help="Variants of each."
)
@json_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context, exercise_ids: tuple[str, ...], variants: int, as_json: bool, lang: str | None
) -> None:
    """Run the checks that an exercise must pass before it is published.

    Worked solution right on every variant, every misconception failing and recognised, nothing for
    trivial answers, float32 within a tenth of the tolerance, the same numbers in both languages.
    Exit status 0 only if every exercise is fit.
    """
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table

    from exercises.kit.catalogue import exercise_ids as all_ids
    from grader.audit.checks import CHECKS, audit

    exercises = [load(exercise_id) for exercise_id in exercise_ids or all_ids()]
    progress = Console(stderr=True)
    title = {"zh": "审核", "en": "Auditing"}[language_of(ctx, lang)]
    rows = track(exercises, title, console=progress, transient=True, disable=not progress.is_terminal)
    audits = [audit(exercise, variants) for exercise in rows]
    if as_json:
        click.echo(
            json.dumps([a.model_dump() | {"fit": a.fit} for a in audits], ensure_ascii=False, indent=2)
        )
    else:
        table = Table(box=None, pad_edge=False)
        for heading in ("exercise", *CHECKS):
            table.add_column(heading, no_wrap=True)
        for one in audits:
            marks = ["-" if n not in one.complaints else "✗" if one.complaints[n] else "✓" for n in CHECKS]
            table.add_row(one.exercise, *marks)
        console = Console(width=None if sys.stdout.isatty() else 140)
        console.print(table)
        for one in audits:
            for name, complaints in one.complaints.items():
                for complaint in complaints:
                    console.print(f"{one.exercise}: {name}: {complaint}", markup=False, soft_wrap=True)
        fit = sum(one.fit for one in audits)
        console.print(f"{fit} of {len(audits)} fit, on {variants} variants each")
    ctx.exit(0 if all(one.fit for one in audits) else 1)
