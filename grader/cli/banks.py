"""`--bank PATH`, and the TOML line that says it for every command: exercises of a course's own."""

import os
from pathlib import Path

import click

from grader.cli.options import language_of

_CONFIG = "kaodian.toml"
_KEY = "banks"


def config_path() -> Path:
    """`$XDG_CONFIG_HOME/kaodian/kaodian.toml`."""
    base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(base).expanduser() / "kaodian" / _CONFIG


def add_configured(ctx: click.Context) -> None:
    """Add the banks that the user's own TOML file names, if there is one."""
    path = config_path()
    if not os.path.isfile(path):  # noqa: PTH113  of a home that may not be entered it says no, and raises nothing
        return
    import tomllib

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.UsageError(f"{path} cannot be read: {error}. Mend it, or remove it.") from None
    unknown = sorted(found.keys() - {_KEY})
    folders = found.get(_KEY, [])
    if unknown or not isinstance(folders, list) or not all(isinstance(one, str) for one in folders):
        raise click.UsageError(
            f'{path} holds one line, such as {_KEY} = ["~/our-exercises"], and nothing else'
            + (f"; it has {', '.join(unknown)}" if unknown else "")
        )
    for folder in folders:
        _add(ctx, path.parent / Path(folder).expanduser(), f"{path}: ")


def _add(ctx: click.Context, folder: Path, where: str = "") -> None:
    from exercises.kit.catalogue import BankError, add_bank

    try:
        add_bank(folder)
    except BankError as error:
        problem = error.problem.in_language(language_of(ctx, ctx.params.get("lang")))
        raise click.UsageError(f"{where}{problem}") from None


def _add_all(ctx: click.Context, parameter: click.Parameter, folders: tuple[Path, ...]) -> None:
    for folder in folders:
        _add(ctx, folder)


bank_option = click.option(
    "--bank",
    metavar="PATH",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_add_all,  # before anything asks for an exercise
    expose_value=False,
    help="Add the exercises of a folder of your own; may be repeated.",
)
