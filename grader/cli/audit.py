"""`kaodian audit`: whether exercises are fit to publish."""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from exercises.kit.base import Language
from grader.cli.banks import bank_option
from grader.cli.options import json_option, lang_option, language_of

if TYPE_CHECKING:
    from grader.audit.checks import Audit


@click.command(name="audit")
@click.argument("exercise_ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--variants",
    type=click.IntRange(1, 10_000),
    default=200,
    show_default=True,
    help="Variants on which the worked solution must be right; other checks look at fewer.",
)
@click.option(
    "--changed-since",
    "revision",
    metavar="REV",
    help="Only what changed since a git revision; everything where what judges them all changed.",
)
@click.option("--sample", type=click.IntRange(0), help="Of the exercises that did not change, only so many.")
@click.option("--coverage", "show_coverage", is_flag=True, help="The syllabus with its exercises instead.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Exercises at a time (default: cores).")
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where outcomes are kept (default: $XDG_CACHE_HOME/kaodian/audit).",
)
@click.option("--fresh", is_flag=True, help="Audit everything again, also what is in the cache.")
@click.option("--thorough", is_flag=True, help="Draw every variant as students get it; takes much longer.")
@click.option("--no-sandbox", is_flag=True, help="Run solutions and mutants in plain processes; slower.")
@json_option
@bank_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    exercise_ids: tuple[str, ...],
    variants: int,
    revision: str | None,
    sample: int | None,
    show_coverage: bool,
    jobs: int | None,
    cache: Path | None,
    fresh: bool,
    thorough: bool,
    no_sandbox: bool,
    as_json: bool,
    lang: str | None,
) -> None:
    """Run the checks that an exercise must pass before it is published.

    Worked solution right on every variant, mutants of it caught by the hidden cases, other right forms
    losing nothing, every misconception failing and recognised, nothing for answers that know nothing,
    variants of one difficulty without ties, the same numbers in both languages. Exit status 0 only if
    every exercise is fit.
    """
    from concurrent.futures.process import BrokenProcessPool

    from exercises.kit.catalogue import banks
    from exercises.kit.catalogue import exercise_ids as all_ids
    from grader.audit.batch import Setting, audit_all
    from grader.audit.cache import default_folder
    from grader.audit.choosing import RevisionError, changed_files, chosen, head
    from grader.audit.table import mutants_suffice, print_audits
    from grader.sandbox.runner import SandboxUnavailableError

    language = language_of(ctx, lang)
    choosing = revision is not None or sample is not None
    if exercise_ids and (choosing or show_coverage):
        raise click.UsageError("--changed-since, --sample and --coverage choose by themselves: name no ids.")
    if show_coverage:
        ctx.exit(_coverage(as_json, language))
    known = all_ids()
    for exercise_id in exercise_ids:
        _check_id(exercise_id, known)
    ids = exercise_ids or known
    try:
        if choosing:
            changed = changed_files(revision) if revision is not None else None
            ids = chosen(known, changed, sample, head())
    except RevisionError as error:
        raise click.UsageError(f"--changed-since {revision}: {error}") from None
    setting = Setting(
        variants=variants,
        thorough=thorough,
        cache=cache or default_folder(),
        fresh=fresh,
        sandbox=not no_sandbox,
        banks=banks(),
    )
    try:
        with _progress_bar(len(ids), language) as progress:
            audits = audit_all(ids, setting, jobs or os.cpu_count() or 1, progress)
    except SandboxUnavailableError as error:
        _fail(error.reason.in_language(language))
    except BrokenProcessPool:
        _fail(
            {
                "zh": "审核进程被终止（内存不足？）。已完成的在缓存里；再运行一次，或用 -j 1。",
                "en": "a process was killed (out of memory?). What is done is in the cache: run it again, "
                "or with -j 1.",
            }[language]
        )
    except KeyboardInterrupt:
        _fail(
            {"zh": "已中断；已完成的在缓存里。", "en": "interrupted; what is done is in the cache."}[language]
        )
    fit = all(one.fit for one in audits) and mutants_suffice(audits)
    if as_json:
        report = {"fit": fit, "exercises": [one.model_dump() | {"fit": one.fit} for one in audits]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print_audits(audits, language)
    ctx.exit(0 if fit else 1)


def _fail(message: str) -> NoReturn:
    click.echo(f"kaodian audit: {message}", err=True)
    raise SystemExit(2)


def _check_id(exercise_id: str, known: tuple[str, ...]) -> None:
    if exercise_id not in known:
        import difflib

        close = ", ".join(difflib.get_close_matches(exercise_id, known, n=3, cutoff=0.4))
        hint = f"; the closest are {close}" if close else ""
        raise click.UsageError(
            f"there is no exercise {exercise_id!r}{hint}. `kaodian exercises` lists them all."
        )


def _coverage(as_json: bool, language: Language) -> int:
    """Print the syllabus with its exercises; the exit status."""
    from exercises.kit.catalogue import load_all
    from grader.audit.coverage import coverage
    from grader.audit.table import print_coverage

    try:
        points = coverage(load_all())
    except Exception as error:  # a module may fail in any way when it is imported; `audit` says which
        _fail(f"an exercise cannot be imported: {type(error).__name__}: {error}")
    complete = not any(one.lacks for one in points)
    if as_json:
        rows = [
            {
                "id": one.point.id,
                "boxed": one.point.boxed,
                "beyond": one.point.beyond,
                "exercises": one.exercises,
                "lacks": one.lacks.en if one.lacks else "",
            }
            for one in points
        ]
        click.echo(json.dumps({"complete": complete, "points": rows}, ensure_ascii=False, indent=2))
    else:
        print_coverage(points, language)
    return 0 if complete else 1


@contextlib.contextmanager
def _progress_bar(total: int, language: Language) -> Iterator[Callable[["Audit"], None]]:
    """A progress bar on the error stream, on terminals only."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    title = {"zh": "审核", "en": "Auditing"}[language]
    columns = (
        TextColumn(title),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda one: bar.update(task, advance=1, description=one.exercise)
