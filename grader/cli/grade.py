"""`kaodian grade`: a class at a time."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from grader.cli.banks import bank_option
from grader.cli.options import lang_option, language_of

_INTERRUPTED = 130
"""128 and the number of SIGINT, as shells have it."""
_STEPS = 10


def _fail_with(status: int, message: str) -> NoReturn:
    click.echo(f"kaodian grade: {message}", err=True)
    raise SystemExit(status)


class _ProgressLines:
    """A line on the error stream each time another tenth is done, for logs."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._told = -1

    def __call__(self, done: int, total: int) -> None:
        step = _STEPS * done // total if total else _STEPS
        if step > self._told:
            self._told = step
            click.echo(f"{self.title} {done}/{total}", err=True)


def _fail(message: str) -> NoReturn:
    _fail_with(2, message)


@contextlib.contextmanager
def _progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error stream where that is a terminal, else a line now and then."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _ProgressLines(title)
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@click.command(name="grade")
@click.argument(
    "assessment_path", metavar="ASSESSMENT.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.argument(
    "folder", metavar="SUBMISSIONS", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="Results folder."
)
@click.option(
    "--roster", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV with id and name."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), help="Submissions graded at a time (default: cores)."
)
@click.option(
    "--executor",
    type=click.Choice(["processes", "dask"]),
    default="processes",
    show_default=True,
    help="Where to grade: processes of this machine, or the workers of a Dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, such as tcp://10.0.0.1:8786.")
@click.option("--fresh", is_flag=True, help="Grade everything again, also what is graded already.")
@click.option(
    "--allow-weaker-sandbox",
    "weaker",
    is_flag=True,
    help="Go on without Landlock or seccomp, with all namespaces.",
)
@bank_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    assessment_path: Path,
    folder: Path,
    output: Path,
    roster: Path | None,
    jobs: int | None,
    executor: str,
    scheduler: str | None,
    fresh: bool,
    weaker: bool,
    lang: str | None,
) -> None:
    """Grade a class in parallel.

    SUBMISSIONS holds one .py, .ipynb, .zip or folder a student, named by student id. RESULTS gets
    scores.csv, results.jsonl, students/ID.html and, for TAs, class.html. Killed and started again, it
    goes on where it stopped.
    """
    from exercises.kit.exercise import DeclarationError, DrawingError
    from grader.assessments.loading import AssessmentError
    from grader.assessments.secret import SecretError
    from grader.batch.cluster import ClusterError, DaskCluster
    from grader.batch.workers import LocalProcesses, WorkersLostError
    from grader.reports.results_folder import ResultsFolderError
    from grader.reports.run import ClassRun, grade_class
    from grader.sandbox.runner import SandboxUnavailableError
    from grader.submissions.problems import SubmissionError
    from grader.submissions.roster import RosterError

    language = language_of(ctx, lang)
    if (executor == "dask") != (scheduler is not None):
        raise click.UsageError("--executor dask and --scheduler ADDRESS go together")
    workforce = DaskCluster(scheduler) if scheduler else LocalProcesses(jobs or os.cpu_count() or 1)
    try:
        with _progress_bar({"zh": "评分", "en": "Grading"}[language]) as progress:
            run: ClassRun = grade_class(
                assessment_path,
                folder,
                output,
                roster=roster,
                workforce=workforce,
                fresh=fresh,
                weaker=weaker,
                language=language,
                progress=progress,
            )
    except (DeclarationError, DrawingError) as error:
        _fail(str(error))
    except KeyboardInterrupt:
        told = {"zh": "已中断；再运行一次就会接着评。", "en": "interrupted; run it again to go on."}
        _fail_with(_INTERRUPTED, told[language])
    except (AssessmentError, RosterError) as error:
        _fail("\n".join(problem.in_language(language) for problem in error.problems))
    except (SecretError, SubmissionError, ResultsFolderError, ClusterError) as error:
        _fail(error.problem.in_language(language))
    except (SandboxUnavailableError, WorkersLostError) as error:
        _fail(error.reason.in_language(language))
    from grader.reports.terminal import print_class

    print_class(run.result, language)
    if run.removed:
        gone = {
            "zh": f"删去了 {run.removed} 个已不在班里的学生的页面。",
            "en": f"Pages of students who are no longer in the class were removed: {run.removed}.",
        }
        click.echo(gone[language])
    click.echo({"zh": "学生报告：", "en": "Reports:    "}[language] + str((output / "students").resolve()))
    click.echo({"zh": "班级页面：", "en": "Class page: "}[language] + str(run.class_page.resolve()))
