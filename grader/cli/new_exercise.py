"""`kaodian new-exercise`: the skeleton of an exercise."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.options import lang_option, language_of

if TYPE_CHECKING:
    from grader.skeletons.write import Kind

# as in grader.skeletons.write, which is not imported for a page of help
_KINDS = ("code", "torch", "training", "numeric", "derivation", "choice", "order", "written")


@click.command(name="new-exercise")
@click.argument("exercise_id", metavar="TOPIC/NAME")
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    required=True,
    help="What the student gives; `torch` is code in PyTorch.",
)
@click.option(
    "--bank",
    metavar="PATH",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write it into a folder of your own, which is made if it is missing; default: where kaodian's own "
    "exercises lie, in a clone of its repository.",
)
@lang_option
@click.pass_context
def command(ctx: click.Context, exercise_id: str, kind: "Kind", bank: Path | None, lang: str | None) -> None:
    """Write the skeleton of an exercise: module, both statements and worked solution.

    It is a small exercise that works, with a TODO wherever it is to be changed. `kaodian audit` says at
    once what is still missing.
    """
    from grader.skeletons.write import SkeletonError, write_skeleton

    try:
        files = write_skeleton(kind, exercise_id, bank or _own_bank())
    except SkeletonError as error:
        raise click.UsageError(error.problem.in_language(language_of(ctx, lang))) from None
    for path in files:
        click.echo(str(path))
    option = f" --bank {bank}" if bank else ""
    click.echo(f"Next: change what says TODO, and run: kaodian audit {exercise_id}{option}", err=True)


def _own_bank() -> Path:
    """The clone that runs, or the one bank that was added."""
    from exercises.kit.catalogue import ROOT, banks

    home = ROOT.parent
    if len(banks()) == 1:
        return banks()[0]
    if not banks() and (home / "pyproject.toml").is_file():
        return home
    raise click.UsageError("say with --bank in which folder the exercise is to be written")
