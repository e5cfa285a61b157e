"""`kaodian practice`: an exercise at a time, answered at every save."""

import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import click

from grader.cli.banks import bank_option
from grader.cli.options import lang_option, language_of, load, seed_option

if TYPE_CHECKING:
    from exercises.kit.base import Language
    from grader.practice.session import Session

_WORDS = {
    "keys": {
        "zh": "保存文件就会评分。h 提示 · s 参考解答 · n 下一题 · p 再看题目 · q 退出 (按回车)",
        "en": "Save the file to be answered. h hint · s solution · n next · p statement · q quit, Enter",
    },
    "all passed": {"zh": "这些练习都做对了。", "en": "All of these exercises are passed."},
    "passed": {
        "zh": "做对了！s 看参考解答，n 下一题。",
        "en": "Passed! s shows the worked solution, n goes to the next exercise.",
    },
    "waits": {
        "zh": "练习时没有人评分：s 看参考答案，自己对照要点；n 下一题。",
        "en": "Nobody marks texts here: s shows a sample to compare with, n goes to the next exercise.",
    },
    "no hint": {
        "zh": "没有更多提示了；s 看参考解答。",
        "en": "No further hint; s shows the worked solution.",
    },
    "variant": {
        "zh": "文件已经在那里，是变体 {}，就接着练它。要换变体，请删去文件，或用 --dir 另选文件夹。",
        "en": "The file is there already, with variant {}, and that is taken up. For another one remove it, "
        "or choose another folder with --dir.",
    },
    "hint": {"zh": "提示", "en": "Hint"},
}


@click.command(name="practice")
@click.argument("exercise_id", metavar="[ID]", required=False)
@click.option("--topic", help="Practise this topic, such as `losses`.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="practice",
    show_default=True,
    help="Folder of the files that you edit.",
)
@seed_option
@bank_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    exercise_id: str | None,
    topic: str | None,
    folder: Path,
    seed: int | None,
    lang: str | None,
) -> None:
    """Practise: pick an exercise, edit its file, and be answered at every save.

    Without ID it takes up the first exercise that you have not passed, in the order of the course. Progress
    is kept.
    """
    from exercises.kit.catalogue import exercise_ids
    from exercises.kit.syllabus import in_course_order
    from grader.checking.runners import OwnRunners
    from grader.practice.progress import progress_path
    from grader.practice.session import Session

    language = language_of(ctx, lang)
    ids = in_course_order(name for name in exercise_ids() if topic in (None, name.partition("/")[0]))
    if not ids:
        topics = ", ".join(dict.fromkeys(name.partition("/")[0] for name in exercise_ids()))
        raise click.UsageError(f"there is no topic {topic!r}; there are {topics}")
    first = load(exercise_id) if exercise_id else None
    with OwnRunners() as runners:
        session = Session(folder, progress_path(), runners, language, seed or 0)
        name = session.progress.next_of(ids)
        exercise = first or (load(name) if name else None)
        if exercise is None:
            click.echo(_WORDS["all passed"][language])
            return
        try:
            session.open(exercise)
        except OSError as error:
            raise click.UsageError(
                f"the files to practise in cannot be kept in {folder}: {error.strerror}; "
                "name a folder that you may write to with --dir"
            ) from None
        _show(session)
        _loop(session, ids, language)


def _loop(session: "Session", ids: tuple[str, ...], language: "Language") -> None:
    from watchfiles import watch

    from grader.reports.markdown import plain_sentence
    from grader.reports.terminal import print_markdown

    keys = _keys()
    # the folder is watched, not the file: editors replace a file when they save it
    for changes in watch(session.folder, step=20, debounce=60, rust_timeout=100, yield_on_timeout=True):
        saved = any(Path(path).name == session.work.name for _, path in changes) and session.work.exists()
        if saved and not session.is_untouched:
            _answer(session, language)
        while (key := _key(keys)) is not None:
            if key == "q":
                return
            if key == "h":
                hints = session.hint()
                colon = {"zh": "：", "en": ": "}[language]
                for number, hint in hints:
                    click.echo(f"{_WORDS['hint'][language]} {number}{colon}{plain_sentence(hint)}")
                if len(hints) > 1:
                    click.echo(_WORDS["no hint"][language])
            elif key == "s":
                print_markdown(session.solution())
            elif key == "p":
                _show(session)
            elif key == "n":
                later = ids[ids.index(session.exercise.id) + 1 :] if session.exercise.id in ids else ids
                name = session.progress.next_of(later) or session.progress.next_of(ids)
                if name is None:
                    click.echo(_WORDS["all passed"][language])
                    return
                session.open(load(name))
                _show(session)
            else:
                click.echo(_WORDS["keys"][language])


def _answer(session: "Session", language: "Language") -> None:
    from grader.reports.terminal import print_check

    report = session.answer()
    print_check(report, language)
    if report.all_right:
        click.echo(_WORDS["passed"][language])
    elif report.waits:
        click.echo(_WORDS["waits"][language])


def _show(session: "Session") -> None:
    from grader.reports.terminal import print_markdown
    from grader.workbooks.item import Item

    item = Item(question=session.exercise.id, exercise=session.exercise, sealed=session.sealed)
    print_markdown(item.statement(session.language))
    if session.variant != session.seed:
        click.echo(_WORDS["variant"][session.language].format(session.variant))
    click.echo(f"{session.work}\n{_WORDS['keys'][session.language]}")


def _keys() -> "SimpleQueue[str]":
    keys: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            keys.put(line.strip().lower()[:1] or "?")

    threading.Thread(target=read, daemon=True).start()
    return keys


def _key(keys: "SimpleQueue[str]") -> str | None:
    try:
        return keys.get_nowait()
    except Empty:
        return None
