"""The first landed version, with a county at work in it.

It lies in the tree as an archive (`addons/` without tests, and what fills it), because
a shallow clone or an unpacked release has no history to take it from.

``govold_<hash>`` is its database, kept like the other templates: its addons installed
by their own code and filled by a script that calls their own methods.
"""

import hashlib
import shutil
import sys

from . import database, locks, manifests, odoo_cli, odoo_log, paths, templates
from .errors import Stop

# "Appraisals open by grade and site": the last commit of the first month that landed
ARCHIVE = paths.CHECKOUT / "tests" / "upgrade" / "first_version.tar.xz"
OLD = "govold_"


def ensure(script):
    """Its template, filled by ``script``; built where the cluster lacks it.

    :param script: runs inside Odoo; its argument is the folder of the old checkout
    """
    parts = [_archive_id(), odoo_cli.odoo().version, sys.version]
    parts += [script.read_text("utf-8"), templates.PREPARE.read_text("utf-8")]
    parts += [templates.requirements()]
    name = OLD + paths.digest("\n".join(parts))[:12]
    with locks.only_one(paths.VAR / "old-version.lock"):
        if not database.exists(name):
            folder = checkout()
            templates.build(name, lambda new: _fill(new, folder, script))
    return name


def checkout():
    """A folder with the old addons and the sample county, as they were."""
    folder = paths.VAR / "old" / _archive_id()[:12]
    if not folder.exists():
        aside = folder.with_suffix(".new")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.unpack_archive(ARCHIVE, aside)
        aside.rename(folder)
    return folder


def _archive_id():
    return hashlib.sha256(ARCHIVE.read_bytes()).hexdigest()


def _fill(new, folder, script):
    addons = folder / "addons"
    names = ",".join(manifests.read_all(addons))
    log = paths.log_file("old-version")
    status = odoo_cli.run_modules(
        new,
        [f"--init={names}", "--load-language=zh_CN"],
        log,
        "Installing the first version (once)",
        addons=addons,
    )
    # what the old version warned of is past; an error means it is not there
    errors = [x for x in odoo_log.complaints_of(log) if x.level != "WARNING"]
    if status or errors:
        raise Stop(f"the first version does not install (log: {log})")
    odoo_cli.run_script(
        new, templates.PREPARE, log="old-version-prepare", addons=addons
    )
    odoo_cli.run_script(new, script, folder, log="old-version-county", addons=addons)


def upgrade(name, log):
    """Bring a copy of the old database to this checkout's addons, as README.md says."""
    arguments = ["--update=gov_window_staff", "--i18n-overwrite"]
    return odoo_cli.run_modules(name, arguments, log, "Upgrading the first version")
