"""The commands behind the Makefile: ``python -m govhr COMMAND``."""

import argparse
import importlib
import runpy
import signal
import sys

from . import paths
from .errors import Stop
from .progress import say


def run(options):
    """The demo database and the server on it."""
    from . import demo_database, postgres, server

    postgres.ensure()
    state = server.running()
    if state:
        say(f"The server is already up: {server.address(state)} (make stop ends it)")
        return 0
    process, state = server.start(demo_database.ensure())
    _print_welcome(server.address(state), demo_database.accounts())
    if options.background:
        return 0
    say("Ctrl-C stops the server. / 按 Ctrl-C 停止。")
    return server.wait(process)


def _print_welcome(address, accounts):
    say(f"\nOpen / 打开  {address}\n")
    say("Demo accounts / 演示账号 (login, password):")
    for account in accounts:
        say(f"  {account['login']:<12} {account['password']:<12} {account['role']}")
    say()


def test(options):
    from . import testing

    return testing.main(options.addon, options.tags)


def lint(options):
    from . import lint as linter

    return linter.main(options.hook)


def advisories(options):
    """Compare the pinned packages with the known vulnerabilities."""
    from . import advisories as audit

    return audit.main([options.folder] if options.folder else [])


def stop(options):
    from . import cleaning

    cleaning.stop()
    return 0


def clean(options):
    from . import cleaning

    cleaning.clean(options.all)
    return 0


def setup(options):
    """All set-up and nothing more: useful before going offline."""
    from . import postgres, templates

    postgres.ensure()
    say(f"ready: template database {templates.ensure_full()}")
    return 0


def shell(options):
    """Odoo's own shell on the demo database."""
    import subprocess

    from . import demo_database, odoo_cli, postgres

    postgres.ensure()
    command = odoo_cli.server_command(demo_database.ensure(), "--no-http")
    command.insert(3, "shell")
    return subprocess.run(command, env=odoo_cli.environment()).returncode


def month(rest):
    return importlib.import_module("govhr.month").main(rest) or 0


def render(rest):
    return importlib.import_module("govhr.rendering").main(rest) or 0


def metrics(rest):
    return importlib.import_module("govhr.metrics").main(rest) or 0


def backup(rest):
    return importlib.import_module("govhr.backup.command").run_backup(rest)


def restore(rest):
    return importlib.import_module("govhr.backup.command").run_restore(rest)


def bench(rest):
    """The bench lives among the tests; it gets the arguments as its own."""
    sys.argv = ["bench", *rest]
    runpy.run_path(str(paths.TESTS / "bench" / "run.py"), run_name="__main__")
    return 0


def cluster(rest):
    """The county on the cluster lives among the tests, like the bench."""
    sys.argv = ["cluster", *rest]
    runpy.run_path(str(paths.TESTS / "cluster" / "run.py"), run_name="__main__")
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="govhr")
    commands = parser.add_subparsers(dest="command", required=True)
    option = commands.add_parser("run", help="demo server")
    option.add_argument("--background", action="store_true")
    option.set_defaults(call=run)
    option = commands.add_parser("test", help="all tests")
    option.add_argument("--addon", default="")
    option.add_argument("--tags", default="")
    option.set_defaults(call=test)
    option = commands.add_parser("lint", help="all linters")
    option.add_argument("--hook", default="")
    option.set_defaults(call=lint)
    option = commands.add_parser("clean", help="remove what was made")
    option.add_argument("--all", action="store_true")
    option.set_defaults(call=clean)
    option = commands.add_parser("advisories", help="known vulnerabilities")
    option.add_argument("--from", dest="folder", default="")
    option.set_defaults(call=advisories)
    plain = {"stop": stop, "setup": setup, "shell": shell}
    for name, call in plain.items():
        commands.add_parser(name, help=call.__doc__).set_defaults(call=call)
    return parser


def main(arguments):
    """Commands with arguments of their own are passed on unread."""
    own = {
        "month": month,
        "bench": bench,
        "cluster": cluster,
        "render": render,
        "metrics": metrics,
        "backup": backup,
        "restore": restore,
    }
    # Both end a command cleanly; a shell starts background jobs with SIGINT ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        if arguments and arguments[0] in own:
            return own[arguments[0]](arguments[1:])
        options = _parser().parse_args(arguments)
        return options.call(options)
    except Stop as reason:
        print(f"STOPPED: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
