"""Options and arguments that several commands share, and how their mistakes are told."""

import locale
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from exercises.kit.base import Language

C = TypeVar("C", bound=Callable[..., Any])

lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language; default: that of `kaodian --lang`, or the locale.",
)
seed_option = click.option("--seed", type=click.IntRange(min=0), help="Number of the variant (default 0).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")


def default_language() -> str:
    """Return zh where the locale is Chinese, else en."""
    name = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), "")
    return "zh" if (name or (locale.getlocale()[0] or "")).lower().startswith(("zh", "chinese")) else "en"


def language_of(ctx: click.Context, lang: str | None) -> "Language":
    """The language of this call."""
    return "zh" if (lang or ctx.obj or default_language()) == "zh" else "en"


def load(exercise_id: str) -> Any:
    """The exercise, or bad usage with the closest ids."""
    from exercises.kit.catalogue import UnknownExerciseError, load_exercise

    try:
        return load_exercise(exercise_id)
    except UnknownExerciseError as error:
        raise click.UsageError(f"{error.args[0]}. `kaodian exercises` lists them all.") from None
