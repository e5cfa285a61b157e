"""`kaodian mark`: points that a TA gives."""

from pathlib import Path
from typing import NoReturn

import click

from grader.cli.banks import bank_option
from grader.cli.options import lang_option, language_of


def _fail(message: str) -> NoReturn:
    click.echo(f"kaodian mark: {message}", err=True)
    raise SystemExit(2)


@click.command(name="mark")
@click.argument("output", metavar="RESULTS", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument(
    "marks_file", metavar="MARKS.csv", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@bank_option
@lang_option
@click.pass_context
def command(ctx: click.Context, output: Path, marks_file: Path, lang: str | None) -> None:
    """Enter marks that a TA gives: written answers, and scores that override the grader's.

    MARKS.csv has the columns student, question, points, reason, by. RESULTS/pending.csv, which `kaodian
    grade` writes where answers wait for a TA, has them already: fill in points. Rows without points are
    passed over. Every row is checked before any is taken. Marks hold on when the class is graded again.
    """
    from exercises.kit.exercise import DeclarationError, DrawingError
    from grader.assessments.loading import AssessmentError
    from grader.assessments.secret import SecretError
    from grader.batch.marks import MarksError
    from grader.reports.labels import points_text
    from grader.reports.marking import mark_class
    from grader.reports.results_folder import ResultsFolderError

    language = language_of(ctx, lang)
    try:
        done = mark_class(output, marks_file)
    except (MarksError, AssessmentError) as error:
        _fail("\n".join(problem.in_language(language) for problem in error.problems))
    except (ResultsFolderError, SecretError) as error:
        _fail(error.problem.in_language(language))
    except (DeclarationError, DrawingError) as error:
        _fail(str(error))
    count, pending = len(done.marks), points_text(done.pending)
    click.echo(
        {
            "zh": f"记入了 {count} 个分数；还有 {pending} 分等待助教判定。",
            "en": f"{count} mark{'s' * (count != 1)} entered; {pending} points still wait for a TA.",
        }[language]
    )
    for remark in done.remarks:
        click.echo(f"! {remark.in_language(language)}")
    click.echo({"zh": "班级页面：", "en": "Class page: "}[language] + str(done.class_page.resolve()))
