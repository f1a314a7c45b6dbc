"""Template databases, named by a hash of what is in them.

``govbase_<hash>`` holds Odoo, the addons' outside dependencies and zh_CN;
``govtpl_<hash>`` is a copy of it with the addons installed. A changed test needs
neither anew, a changed addon only the second.
"""

import sys

from . import database, locks, manifests, odoo_cli, odoo_log, paths
from .errors import Stop
from .progress import Step, say

BASE, FULL = "govbase_", "govtpl_"
PREPARE = paths.CONFIG / "govhr" / "prepare_base.py"
BUNDLE = paths.CONFIG / "govhr" / "bundle_assets.py"


def requirements():
    """The pinned packages that an installation works with."""
    names = ("requirements.txt", "requirements-oca.txt")
    return "\n".join((paths.CONFIG / x).read_text(encoding="utf-8") for x in names)


def base_name():
    depends = manifests.outside_dependencies(manifests.read_all())
    parts = [odoo_cli.odoo().version, sys.version, requirements(), *depends]
    key = "\n".join([*parts, PREPARE.read_text(encoding="utf-8")])
    return BASE + paths.digest(key)[:12]


def full_name():
    return FULL + paths.digest(base_name() + manifests.content_key())[:12]


def ensure_full(bundled=False):
    """The template with all addons; built where the cluster lacks it.

    :param bundled: with scripts and styles made ready for browser tests
    """
    with locks.only_one(paths.VAR / "templates.lock"):
        name = full_name()
        if not database.exists(name):
            build(name, lambda new: _install_addons(_ensure_base(), new))
        if bundled and not database.is_signed(name, "bundled"):
            _bundle(name)
        return name


def _bundle(name):
    database.run(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    try:
        with Step("Bundling scripts and styles for the browser tests"):
            odoo_cli.run_script(name, BUNDLE, log="template-bundle")
        database.sign(name, "bundled")
    finally:
        database.run(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')


def _ensure_base():
    name = base_name()
    if not database.exists(name):
        build(name, _install_base)
    return name


def build(name, fill):
    """Fill a database aside, then rename: a half-made template is never found."""
    new = f"{name}_new"
    database.drop(new)
    try:
        fill(new)
    except BaseException:
        database.drop(new)
        raise
    database.run(f'ALTER DATABASE "{new}" RENAME TO "{name}"')
    database.sign(name)
    # An open connection would block every copy.
    database.run(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    _drop_older(name)


def _drop_older(name):
    prefix = name.split("_")[0] + "_"
    for other in database.ours(prefix):
        if other != name:
            database.drop(other)


def _install_base(new):
    depends = manifests.outside_dependencies(manifests.read_all())
    log = paths.log_file("template-base")
    arguments = [f"--init={','.join(depends)}", "--load-language=zh_CN"]
    title = f"Installing Odoo, {len(depends)} dependencies and Chinese (once)"
    status = odoo_cli.run_modules(new, arguments, log, title)
    failures = [x for x in odoo_log.complaints_of(log) if x.level != "WARNING"]
    _check(new, status, failures, depends, log)
    odoo_cli.run_script(new, PREPARE, log="template-base-prepare")


def _install_addons(base, new):
    names = list(manifests.read_all())
    log = paths.log_file("template")
    database.clone(base, new)
    status = odoo_cli.run_modules(
        new, [f"--init={','.join(names)}"], log, f"Installing {', '.join(names)}"
    )
    _check(new, status, odoo_log.complaints_of(log), names, log)


def _check(name, status, complaints, modules, log):
    """An installation passes without a complaint in the log, or not at all."""
    rows = database.query(
        "SELECT name FROM ir_module_module WHERE state = 'installed'", database=name
    ) if not status else []  # fmt: skip
    missing = sorted(set(modules) - {row[0] for row in rows})
    if not (status or complaints or missing):
        return
    for record in complaints:
        say(str(record))
    what = (
        f"not installed: {', '.join(missing)}" if missing else "complaints in the log"
    )
    raise Stop(
        f"the addons do not install cleanly, {what} (log: {log}) / 模块安装有问题"
    )
