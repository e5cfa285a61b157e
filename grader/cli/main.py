"""The `kaodian` command: a page of help, and one module a command, imported when it is called."""

import gc
import importlib
import io
import os
import sys

import click

from grader.cli.banks import add_configured, bank_option
from grader.cli.options import default_language

# looking for plugins, of which we have none, takes pydantic longer than all of our models
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

_ALLOCATIONS = 50_000
"""Objects between two collections: imports make many, of which none is garbage."""

COMMANDS = {
    # name: (module, what the help page says of it)
    "exercises": ("exercises", "List the exercises by topic."),
    "show": ("show", "Print the statement of an exercise."),
    "new": ("new", "Write a workbook with starters, as .py or .ipynb."),
    "check": ("check", "Run your own answers against the cases, and explain."),
    "practice": ("practice", "Practise: pick, edit, save, and be answered at once."),
    "grade": ("grade", "Grade a class: scores, reports, a class page."),
    "mark": ("mark", "Enter a TA's marks: written answers, scores that override."),
    "audit": ("audit", "Prove that exercises are fit to publish."),
    "new-exercise": ("new_exercise", "Write the skeleton of an exercise of your own."),
    "doctor": ("doctor", "Say how well this machine can isolate submissions."),
}


class LazyGroup(click.Group):
    """Imports a command's module only when that command runs, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"grader.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean `kaodian {close[0]}`?" if close else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx) from None


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `kaodian practice`, or with `kaodian new losses/kl_divergence -o work.py` and "
    "`kaodian check work.py`.",
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=default_language,
    show_default="from the locale",
    help="Language of statements and explanations.",
)
@bank_option
@click.version_option(package_name="kaodian", message="kaodian %(version)s")
@click.pass_context
def cli(ctx: click.Context, lang: str) -> None:
    """Auto-graded exercises and exams for deep learning: 考点, what the exam examines.

    Students check their answers, teaching assistants grade a class, and anyone practises alone.
    Exit status: 0 all right, 1 something was wrong with an answer or an exercise, 2 bad usage.
    """
    ctx.obj = lang
    add_configured(ctx)


def main() -> None:
    """Run the command; end it without a traceback on Ctrl-C or a closed pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # GBK has no ✓
    gc.set_threshold(_ALLOCATIONS)
    try:
        cli(prog_name="kaodian")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        from exercises.kit.exercise import DeclarationError

        if not isinstance(error, DeclarationError):
            raise
        click.echo(f"kaodian: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
