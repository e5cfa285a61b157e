"""`kaodian new`: a workbook to fill in, or those of a whole class."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.banks import bank_option
from grader.cli.options import lang_option, language_of, load, seed_option

if TYPE_CHECKING:
    from exercises.kit.base import Language
    from grader.workbooks.item import Item

_SUFFIXES = (".py", ".ipynb")


@click.command(name="new")
@click.argument("exercise_ids", metavar="ID...", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="work.py or work.ipynb; with --roster a folder.",
)
@click.option("--all", "everything", is_flag=True, help="All exercises, instead of naming them.")
@click.option("--topic", multiple=True, help="All exercises of a topic.")
@seed_option
@click.option(
    "--assessment",
    "assessment_path",
    metavar="ASSESSMENT.toml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The questions of an assessment, with the numbers that `kaodian grade` will draw.",
)
@click.option("--student", metavar="ID", help="Whose workbook of the assessment.")
@click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A workbook for every student of this CSV.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["py", "ipynb"]),
    default="py",
    show_default=True,
    help="What --roster writes.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@bank_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    exercise_ids: tuple[str, ...],
    output: Path,
    everything: bool,
    topic: tuple[str, ...],
    seed: int | None,
    assessment_path: Path | None,
    student: str | None,
    roster: Path | None,
    kind: str,
    force: bool,
    lang: str | None,
) -> None:
    """Write a workbook: statements, and starters to complete.

    A notebook also carries its public cases as otter tests: with Jupyter and otter-grader installed,
    `grader.check("losses/kl_divergence")` runs them in the notebook.

    With --assessment it is for teaching assistants: where variants are per student, each student's numbers
    come from the assessment's secret, which goes into no workbook.
    """
    language = language_of(ctx, lang)
    if assessment_path is None:
        if student is not None or roster is not None:
            raise click.UsageError("--student and --roster go with --assessment")
        _check_file(output, force)
        _new_of_exercises(_chosen(exercise_ids, everything, topic), output, seed or 0, language)
    else:
        if exercise_ids or everything or topic or seed is not None:
            raise click.UsageError(
                "--assessment says which exercises and which seed; leave out ID, --all, --topic and --seed"
            )
        _new_of_assessment(assessment_path, output, student, roster, kind, force, language)


def _new_of_exercises(ids: Sequence[str], output: Path, seed: int, language: "Language") -> None:
    if not ids:
        raise click.UsageError(
            "name at least one exercise (`kaodian exercises` lists them), a --topic, or --all"
        )
    from exercises.kit.seeds import Seeds
    from grader.workbooks.item import Item

    exercises = [load(exercise_id) for exercise_id in ids]
    items = [Item(question=e.id, exercise=e, sealed=e.seal(Seeds.from_number(seed, e.id))) for e in exercises]
    _write(output, items, seed, language)
    noun = "question" if len(items) == 1 else "questions"
    click.echo(f"{output}: {len(items)} {noun}. Next: kaodian check {output}", err=True)


def _new_of_assessment(
    path: Path,
    output: Path,
    student: str | None,
    roster: Path | None,
    kind: str,
    force: bool,
    language: "Language",
) -> None:
    from exercises.kit.catalogue import MaxScores, load_exercise, needs_torch
    from exercises.kit.exercise import DeclarationError, DrawingError
    from grader.assessments.loading import AssessmentError, load_assessment
    from grader.assessments.secret import SecretError, load_or_create_secret
    from grader.submissions.ids import id_problem
    from grader.submissions.roster import RosterError, read_roster
    from grader.workbooks.assessment import items_of, number_of

    if student is not None and roster is not None:
        raise click.UsageError("--student is one student, --roster all of them; give one of the two")
    problem = id_problem(student) if student is not None else None
    if problem is not None:
        raise click.UsageError(problem.in_language(language))
    try:
        assessment = load_assessment(path, MaxScores(), needs_torch)
        exercises = {question.exercise: load_exercise(question.exercise) for question in assessment.questions}
        own = assessment.variants == "per-student"
        if own and student is None and roster is None:
            raise click.UsageError(
                f"{path.name} gives each student numbers of his own; say whose with --student or --roster"
            )
        if roster is None:
            _check_file(output, force)
            files = {output: student or ""}
        else:
            files = {output / f"{one.id}.{kind}": one.id for one in read_roster(roster)}
            _check_folder(output, files, force)
        secret = load_or_create_secret(assessment.secret_file) if own else None
        title = " ".join(assessment.title.in_language(language).split())
        number = number_of(assessment)
        same = None if own else items_of(assessment, exercises, None, "")
        for file, whose in files.items():
            items = same or items_of(assessment, exercises, secret, whose)
            _write(file, items, number, language, f"{title} · {whose}" if whose else title)
    except (DeclarationError, DrawingError) as error:
        raise click.UsageError(str(error)) from None
    except (AssessmentError, RosterError) as error:
        raise click.UsageError("\n".join(one.in_language(language) for one in error.problems)) from None
    except SecretError as error:
        raise click.UsageError(error.problem.in_language(language)) from None
    noun = "workbook" if len(files) == 1 else "workbooks"
    click.echo(f"{output}: {len(files)} {noun} of {len(assessment.questions)} questions", err=True)


def _check_file(output: Path, force: bool) -> None:
    there = _exists(output)
    if there and output.is_dir():
        raise click.UsageError(f"{output} is a folder; name the file to write, such as {output / 'work.py'}")
    if output.suffix not in _SUFFIXES:
        raise click.UsageError(f"{output}: a workbook ends in .py or .ipynb")
    if there and not force:
        raise click.UsageError(f"{output} is there already; --force overwrites it, or give another name")
    if not output.parent.is_dir():
        raise click.UsageError(f"there is no folder {output.parent}; make it first, or name another")


def _exists(path: Path) -> bool:
    """Whether it is there; bad usage where the folder does not let itself be looked into."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise click.UsageError(_not_written(path, error)) from None
    return True


def _check_folder(output: Path, files: dict[Path, str], force: bool) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"the folder {output} cannot be made: {error.strerror}") from None
    there = [file for file in files if _exists(file)]
    if there and not force:
        raise click.UsageError(
            f"{len(there)} workbooks are in {output} already, such as {there[0].name}; "
            "--force overwrites them, or give another folder"
        )


def _write(
    output: Path, items: Sequence["Item"], seed: int | None, language: "Language", title: str = ""
) -> None:
    from grader.workbooks.notebook import notebook
    from grader.workbooks.script import script

    write = notebook if output.suffix == ".ipynb" else script
    text = write(items, name=output.name, seed=seed, language=language, title=title)
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(_not_written(output, error)) from None


def _not_written(path: Path, error: OSError) -> str:
    return f"{path} cannot be written: {error.strerror}; name a file in a folder that you may write to"


def _chosen(exercise_ids: tuple[str, ...], everything: bool, topics: tuple[str, ...]) -> tuple[str, ...]:
    from exercises.kit.catalogue import exercise_ids as all_ids

    if everything:
        return all_ids()
    known = {name.partition("/")[0] for name in all_ids()}
    for topic in topics:
        if topic not in known:
            raise click.UsageError(f"there is no topic {topic!r}; topics are {', '.join(sorted(known))}")
    of_topics = tuple(name for name in all_ids() if name.partition("/")[0] in topics)
    return tuple(dict.fromkeys((*exercise_ids, *of_topics)))
