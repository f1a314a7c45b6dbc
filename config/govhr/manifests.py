"""The addons of this checkout, read from their manifests without Odoo."""

import ast
import hashlib

from . import paths

# Folders whose content does not change what is installed.
NOT_INSTALLED = {"tests", "readme", "demo"}


def read_all(addons=None):
    """``{addon: manifest}`` of every installable addon, by name."""
    found = {}
    for path in sorted((addons or paths.ADDONS).glob("*/__manifest__.py")):
        manifest = ast.literal_eval(path.read_text(encoding="utf-8"))
        if manifest.get("installable", True):
            found[path.parent.name] = manifest
    return found


def outside_dependencies(manifests):
    """What the addons need from Odoo and OCA: the content of the base template."""
    wanted = {name for manifest in manifests.values() for name in manifest["depends"]}
    return sorted(wanted - set(manifests))


def content_key(addons=None):
    """A hash over every file that an installation reads."""
    root = addons or paths.ADDONS
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and _is_installed(relative):
            total.update(f"{relative}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _is_installed(relative):
    folders = relative.parts[1:-1]  # below the addon
    if relative.suffix == ".pyc" or folders[:2] == ("static", "tests"):
        return False
    return not folders or folders[0] not in NOT_INSTALLED
