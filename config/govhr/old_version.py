"""The first landed version, taken from the history, with a county at work in it.

``govold_<hash>`` is its database, kept like the other templates: its addons installed
by their own code and filled by a script that calls their own methods.
"""

import io
import subprocess
import sys
import tarfile

from . import database, locks, manifests, odoo_cli, odoo_log, paths, templates
from .errors import Stop

# "Appraisals open by grade and site": the last commit of the first month that landed
FIRST = "a8e082c83b6bc5ef3b3651d6332069cce9f49801"
OLD = "govold_"
FOLDERS = ("addons", "config")


def ensure(script, commit=FIRST):
    """The template of a commit, filled by ``script``; built where the cluster lacks it.

    :param script: runs inside Odoo; its argument is the folder of the old checkout
    """
    parts = [commit, odoo_cli.odoo().version, sys.version, script.read_text("utf-8")]
    parts += [templates.PREPARE.read_text("utf-8"), templates.requirements()]
    name = OLD + paths.digest("\n".join(parts))[:12]
    with locks.only_one(paths.VAR / "old-version.lock"):
        if not database.exists(name):
            folder = checkout(commit)
            templates.build(name, lambda new: _fill(new, folder, script))
    return name


def checkout(commit=FIRST):
    """A folder with the old addons and set-up, as they were."""
    folder = paths.VAR / "old" / commit[:12]
    if not folder.exists():
        aside = folder.with_suffix(".new")
        with tarfile.open(fileobj=io.BytesIO(_archive(commit))) as archive:
            archive.extractall(aside, filter="data")
        aside.rename(folder)
    return folder


def _archive(commit):
    command = ["git", "-C", str(paths.CHECKOUT), "archive", commit, *FOLDERS]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise Stop(
            f"the history lacks the first version {commit[:12]}, from which upgrades "
            f"are tested: fetch it with `git fetch --unshallow` ({reason}) / "
            "仓库历史不完整，无法测试升级"
        )
    return done.stdout


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
