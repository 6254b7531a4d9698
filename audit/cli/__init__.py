"""The command line: one thin module per verb, which calls the verb's Python function."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

import click

from audit.cli.check import check
from audit.cli.diff import diff
from audit.cli.environment.usage import usage_message
from audit.cli.evidence import evidence
from audit.cli.explain import explain, rules
from audit.cli.history import history, yank
from audit.cli.init import init
from audit.cli.parse import parse
from audit.cli.publish import publish
from audit.cli.report import report
from audit.cli.run import run
from audit.cli.sample import sample
from audit.cli.schema import schema
from audit.cli.split import split
from audit.cli.verify import verify
from audit.errors import INTERRUPTED, AuditError, remedy
from audit.report.terminal import talk
from audit.text.visible import visible
from audit.version import VERSION

VERBS: Final = (
    run, check, parse, split, diff, report, sample, verify, publish, history, yank, evidence, explain, rules, schema,
    init,
)  # fmt: skip
UNUSABLE: Final = 2
DEFECT: Final = 3
# Characters of the message of an unexpected error.
_LONGEST: Final = 300
# Set by the shell's completion script when it calls the program.
_COMPLETION: Final = "_AUDIT_COMPLETE"
EPILOG: Final = (
    "Exit codes: 0 pass, 1 the data falls short, 2 could not run (usage, configuration, input), 3 a defect of "
    "corpus-audit, 130 interrupted. Results go to standard output, messages to standard error."
)


def _warm(context: click.Context, _flag: click.Parameter, is_given: bool) -> None:  # noqa: FBT001 as click calls it
    """With --warm, compile all kernels, print where they are cached, and exit."""
    if is_given and not context.resilient_parsing:
        from audit.kernels import load
        from audit.kernels.kernel_cache import cache_location

        load()
        talk(f"the inner loops are compiled; {cache_location()}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(VERSION, prog_name="corpus-audit")
@click.option(
    "--warm",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_warm,
    help="Compile all kernels now (a second) and exit. AUDIT_CACHE_DIR names a folder to keep them in.",
)
def audit() -> None:
    """Turn raw text files into a dataset you can stand behind.

    Every input ends in exactly one state, with a reason; every finding points at its characters and bytes;
    the same input gives the same bytes out.
    """


for _verb in VERBS:
    audit.add_command(_verb)


def run_command(argv: list[str] | None = None) -> int:  # noqa: PLR0911 one for each way to end
    """Run the command line and return its exit code; the only place that catches exceptions."""
    given = sys.argv[1:] if argv is None else argv
    try:
        return _call(given)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        # The help, in words that are all ours.
        error.show()
        return error.exit_code
    except click.ClickException as error:
        _complain(error, given)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        talk(f"interrupted; {str(stop) or 'a release is never left incomplete'}")
        return INTERRUPTED
    except AuditError as error:
        talk(str(error))
        return _crashed(error, given) if error.exit_code == DEFECT else error.exit_code
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 the outermost border; a panic of polars is no Exception
        return _failed(error, given)


def _call(argv: list[str]) -> int:
    # Not click's main, which exits with 1 on any broken pipe, even one to a child process.
    if _COMPLETION in os.environ:
        audit.main(argv, prog_name="audit")
    with audit.make_context("audit", list(argv)) as context:
        return int(audit.invoke(context) or 0)


def _complain(error: click.ClickException, argv: list[str]) -> None:
    """Print a usage error as click does, escaped for terminals and CI runners."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        for line in context.get_usage().splitlines():
            sys.stderr.write(f"{visible(line)}\n")
        sys.stderr.write(f"Try '{context.command_path} --help' for help.\n\n")
    talk(usage_message(error, argv, audit.commands))
    dashed = [each for each in argv if each.startswith("-") and Path(each).exists()]
    if dashed:
        talk(f"{visible(dashed[0])} is also a file here: put -- before the paths, or write ./{visible(dashed[0])}")


def _failed(error: BaseException, argv: list[str]) -> int:
    """Report an unexpected error: a problem of the machine with its remedy, or a bug."""
    message = visible(f"{type(error).__name__}: {error}", limit=_LONGEST)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        talk(f"a path is longer than this system allows ({message})")
        return UNUSABLE
    if helps := remedy(error):
        talk(f"the machine stopped it ({message}); {helps}")
        return UNUSABLE
    talk(message)
    return _crashed(error, argv)


def _crashed(error: BaseException, argv: list[str]) -> int:
    from audit.cli.environment.crash import write_crash_log

    if os.environ.get("AUDIT_DEBUG"):
        raise error
    log = write_crash_log(error, argv)
    where = f"{log} has versions, settings and traceback" if log else "set AUDIT_DEBUG=1 to see the traceback"
    talk(f"this is a defect of corpus-audit, not of your data; please report it: {where}")
    return DEFECT
