"""`kaodian doctor`: what this machine can hold submissions in with."""

import click

from grader.cli.options import json_option, lang_option, language_of

_WORDS = {
    "zh": {
        "layers": "每份提交的隔离:",
        "tools": "其他:",
        "good": "自检通过: 可以安全地评全班的提交。",
        "fewer": "自检通过: 可以评分, 但少了上面打 ✗ 的隔离。",
    },
    "en": {
        "layers": "Isolation of every submission:",
        "tools": "Others:",
        "good": "The self-test passed: classes can be graded safely.",
        "fewer": "The self-test passed: classes can be graded, without the layers marked ✗ above.",
    },
}


@click.command(name="doctor")
@json_option
@lang_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, lang: str | None) -> None:
    """Say which layers of isolation this machine has. Exit status 1 where classes cannot be graded safely."""
    from grader.sandbox.machine import examine

    machine = examine()
    if as_json:
        click.echo(machine.model_dump_json(indent=2))
        ctx.exit(1 if machine.problem else 0)
    language = language_of(ctx, lang)
    words = _WORDS[language]
    click.echo(machine.system)
    for title, parts in ((words["layers"], machine.layers), (words["tools"], machine.tools)):
        click.echo(title)
        for part in parts:
            note = part.detail if part.found else part.lost.in_language(language)
            click.echo(f"  {'✓' if part.found else '✗'} {part.name:<20} {note}".rstrip())
    if machine.problem:
        click.echo(machine.problem.in_language(language), err=True)
        ctx.exit(1)
    click.echo(words["good" if all(part.found for part in machine.layers) else "fewer"])
