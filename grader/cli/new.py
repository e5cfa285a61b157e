"""`kaodian new`: a workbook to fill in."""

from pathlib import Path

import click

from grader.cli.options import lang_option, language_of, load, seed_option


@click.command(name="new")
@click.argument("exercise_ids", metavar="ID...", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="work.py or work.ipynb",
)
@click.option("--all", "everything", is_flag=True, help="All exercises, instead of naming them.")
@click.option("--topic", multiple=True, help="All exercises of a topic.")
@seed_option
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    exercise_ids: tuple[str, ...],
    output: Path,
    everything: bool,
    topic: tuple[str, ...],
    seed: int | None,
    force: bool,
    lang: str | None,
) -> None:
    """Write a workbook: statements, and starters to complete.

    A notebook also carries its public cases as otter tests: with Jupyter and otter-grader installed,
    `grader.check("losses/kl_divergence")` runs them in the notebook.
    """
    if output.suffix not in (".py", ".ipynb"):
        raise click.UsageError(f"{output.name}: a workbook ends in .py or .ipynb")
    if output.exists() and not force:
        raise click.UsageError(f"{output} is there already; --force overwrites it, or give another name")
    ids = _chosen(exercise_ids, everything, topic)
    if not ids:
        raise click.UsageError(
            "name at least one exercise (`kaodian exercises` lists them), a --topic, or --all"
        )

    from exercises.kit.seeds import Seeds
    from grader.workbooks.item import Item
    from grader.workbooks.notebook import notebook
    from grader.workbooks.script import script

    exercises = [load(exercise_id) for exercise_id in ids]
    number = seed or 0
    items = [
        Item(question=e.id, exercise=e, sealed=e.seal(Seeds.from_number(number, e.id))) for e in exercises
    ]
    write = notebook if output.suffix == ".ipynb" else script
    text = write(items, name=output.name, seed=number, language=language_of(ctx, lang))
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror}") from None
    noun = "question" if len(items) == 1 else "questions"
    click.echo(f"{output}: {len(items)} {noun}. Next: kaodian check {output}", err=True)


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
