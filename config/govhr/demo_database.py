"""The database behind ``make run``: made once, kept, updated with the addons."""

import json
from pathlib import Path

from . import database, manifests, odoo_cli, odoo_log, paths, templates
from .errors import Stop
from .progress import Step

NAME = f"gov_demo_{paths.checkout_id()}"
ACCOUNTS = paths.VAR / "demo-accounts.json"
STATE = paths.VAR / "demo-template.json"  # from which state of the addons it comes
SCRIPT = Path(__file__).with_name("demo_inside.py")


def ensure():
    """Name of the demo database; data of an existing one is kept."""
    if not database.exists(NAME):
        _create()
    elif _template_of() != templates.full_name():
        _update()
    return NAME


def accounts():
    return json.loads(ACCOUNTS.read_text(encoding="utf-8")) if ACCOUNTS.exists() else []


def drop():
    database.drop(NAME)
    for path in (ACCOUNTS, STATE):
        path.unlink(missing_ok=True)


def _template_of():
    return json.loads(STATE.read_text(encoding="utf-8")) if STATE.exists() else None


def _create():
    """Fill a copy aside, then rename: an interrupted load is not met again."""
    template = templates.ensure_full()
    new = f"{NAME}_new"
    database.drop(new)
    database.clone(template, new)
    with Step("Loading the demo county"):
        odoo_cli.run_script(new, SCRIPT, ACCOUNTS, log="demo")
    database.run(f'ALTER DATABASE "{new}" RENAME TO "{NAME}"')
    STATE.write_text(json.dumps(template), encoding="utf-8")


def _update():
    """The addons changed since: bring the database along instead of losing its data."""
    names = list(manifests.read_all())
    log = paths.log_file("demo-update")
    arguments = [f"--init={','.join(names)}", f"--update={','.join(names)}"]
    status = odoo_cli.run_modules(NAME, arguments, log, "Updating the demo database")
    failures = [x for x in odoo_log.complaints_of(log) if x.level != "WARNING"]
    if status or failures:
        raise Stop(
            f"the demo database cannot be updated (log: {log}); `make clean` gives a "
            "new one / 演示数据库无法升级，可用 make clean 重建"
        )
    STATE.write_text(json.dumps(templates.full_name()), encoding="utf-8")
