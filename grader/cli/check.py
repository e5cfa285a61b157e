"""`kaodian check`: one's own answers, run and explained."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.banks import bank_option
from grader.cli.options import json_option, lang_option, language_of, load, seed_option

if TYPE_CHECKING:
    from exercises.kit.base import Language

_LANGUAGES: "tuple[Language, ...]" = ("zh", "en")


@click.command(name="check")
@click.argument("work", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--exercise", "exercise_ids", multiple=True, metavar="ID", help="Only this exercise (may be repeated)."
)
@click.option("--hidden", is_flag=True, help="Run the hidden cases too, for the full score.")
@seed_option
@json_option
@click.option("--no-sandbox", is_flag=True, help="Run in a plain process: only for your own code.")
@bank_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    work: Path,
    exercise_ids: tuple[str, ...],
    hidden: bool,
    seed: int | None,
    as_json: bool,
    no_sandbox: bool,
    lang: str | None,
) -> None:
    """Run your answers against the cases, and explain what is wrong.

    Without --exercise, every exercise is checked of which WORK defines a function or holds an answer.
    Exit status 0 if everything that was asked for is right, 1 if not, 2 for bad usage.
    """
    from grader.checking.runners import OwnRunners

    language = language_of(ctx, lang)
    with OwnRunners(sandbox=not no_sandbox) as runners:
        runners.begin("numpy")  # before the imports that take as long as it does
        from grader.checking.check import check_work

        exercises = [load(exercise_id) for exercise_id in exercise_ids]
        report = check_work(work, exercises, runners, hidden=hidden, seed=seed)
        runners.end()
        if as_json:
            click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
        else:
            from grader.reports.terminal import print_check

            print_check(report, language)
    ctx.exit(0 if report.all_right else 1)


def _as_json(report: Any) -> dict[str, Any]:
    from grader.reports.answers_words import explain_answers
    from grader.reports.loading_words import explain_loading
    from grader.reports.told import told_findings
    from grader.reports.wording import explain

    stops = [cell.fault for cell in report.cells if cell.fault is not None]
    return {
        "file": report.submission.source_name,
        "seed": report.seed,
        "seed_named": report.seed_named,
        "hidden": report.hidden,
        "runner": report.runner,
        "score": report.score,
        "max_score": report.max_score,
        "all_right": report.all_right,
        "problem": report.problem.model_dump() if report.problem else None,
        "unknown_answers": report.unknown_answers.model_dump(mode="json"),
        "loading": [
            {
                "kind": fault.kind.value,
                "label": fault.label,
                "line": fault.line,
                "exception": fault.exception,
                **{lang: explain_loading(fault, lang) for lang in _LANGUAGES},
            }
            for fault in stops
        ],
        "answers": {
            lang: list(explain_answers(report.unknown_answers, report.answers_fault, report.cells, lang))
            for lang in _LANGUAGES
        },
        "notes": [note.model_dump() for note in report.submission.notes],
        "exercises": [
            {
                "id": result.exercise,
                "score": result.score,
                "max_score": result.max_score,
                "verdict": result.verdict.value,
                "misconceptions": list(result.misconceptions),
                "first_wrong_step": result.first_wrong_step,
                "parts": [part.model_dump(mode="json") for part in result.parts],
                "findings": [
                    {
                        "kind": finding.kind.value,
                        **{
                            lang: explain(
                                finding,
                                report.exercises[result.exercise],
                                lang,
                                stopped=bool(stops),
                                advised=advised,
                            )
                            for lang in _LANGUAGES
                        },
                    }
                    for finding, advised in told_findings(result)
                ],
            }
            for result in report.results
        ],
    }
