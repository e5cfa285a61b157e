"""`kaodian doctor`: what this machine can hold submissions in with."""

import importlib.util
import json
import shutil
import sys

import click

from grader.cli.options import json_option, lang_option, language_of


@click.command(name="doctor")
@json_option
@lang_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, lang: str | None) -> None:
    """Say which layers of isolation this machine has. Exit status 1 where classes cannot be graded safely."""
    from grader.sandbox.runner import SandboxUnavailableError, describe_isolation

    language = language_of(ctx, lang)
    problem: str | None = None
    layers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    if sys.platform == "linux":
        try:
            isolation = describe_isolation()
            layers, missing = tuple(map(str, isolation.layers)), tuple(map(str, isolation.missing))
        except SandboxUnavailableError as error:
            problem = error.reason.in_language(language)
    else:
        problem = {
            "zh": "沙箱只能在 Linux 上运行；check 和 practice 会用普通进程运行你自己的代码。",
            "en": "The sandbox runs on Linux only; check and practice run your own code in a plain process.",
        }[language]
    tools = {
        "torch": importlib.util.find_spec("torch") is not None,
        "otter-grader": importlib.util.find_spec("otter") is not None,
        "chromium": shutil.which("chromium") is not None,
    }
    if as_json:
        click.echo(
            json.dumps({"layers": layers, "missing": missing, "problem": problem, "tools": tools}, indent=2)
        )
    else:
        for layer in layers:
            click.echo(f"  ✓ {layer}")
        for layer in missing:
            click.echo(f"  ✗ {layer}")
        for name, there in tools.items():
            click.echo(f"  {'✓' if there else '✗'} {name}")
        if problem:
            click.echo(problem, err=True)
    ctx.exit(1 if problem else 0)
