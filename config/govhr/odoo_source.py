"""Odoo itself: the user's checkout, or Debian's package unpacked into the cache.

The package comes from suite sid through a private sources file and private apt folders:
the machine's own packages and lists stay as they are, and apt checks the signature.
"""

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import apt_sources, locks, paths
from .errors import Stop
from .progress import Step, warn

DIST_PACKAGES = Path("usr/lib/python3/dist-packages")


@dataclass(frozen=True)
class Odoo:
    """An Odoo tree: ``path`` goes on sys.path, ``addons`` on the addons path."""

    path: Path
    addons: tuple
    version: str


def find():
    """The Odoo to use; unpacked first where the cache lacks it."""
    home = os.environ.get("ODOO_HOME")
    return _from_checkout(Path(home).resolve()) if home else _from_package()


def _from_checkout(home):
    """Both layouts: a git checkout (odoo/ and addons/) and Debian's dist-packages."""
    if not (home / "odoo" / "addons" / "base").is_dir():
        raise Stop(
            f"ODOO_HOME={home} is no Odoo: odoo/addons/base is missing / "
            "该目录不是 Odoo"
        )
    series = _release_series(home)
    if series != paths.versions()["ODOO_SERIES"]:
        raise Stop(
            f"ODOO_HOME={home} is Odoo {series}, 19.0 is needed / 需要 Odoo 19.0"
        )
    is_git_layout = (home / "odoo-bin").exists() and (home / "addons").is_dir()
    folders = [home / "odoo" / "addons", *([home / "addons"] if is_git_layout else [])]
    return Odoo(home, tuple(folders), f"{series} at {home} {_git_head(home)}".strip())


def _release_series(home):
    text = (home / "odoo" / "release.py").read_text(encoding="utf-8")
    match = re.search(r"^version_info\s*=\s*\(\D*(\d+)\s*,\s*(\d+)", text, re.MULTILINE)
    return ".".join(match.groups()) if match else "of an unknown version"


def _git_head(home):
    command = ["git", "-C", str(home), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


def _from_package():
    with locks.only_one(paths.cache() / ".odoo.lock"):
        return _as_odoo(_unpacked() or _download_and_unpack())


def _as_odoo(folder):
    path = folder / DIST_PACKAGES
    return Odoo(path, (path / "odoo" / "addons",), folder.name.removeprefix("odoo-"))


def _unpacked():
    """The pinned tree of the cache, else another revision that was taken before."""
    pins = paths.versions()
    pinned = paths.cache() / f"odoo-{pins['ODOO_VERSION']}"
    if pinned.is_dir():
        return pinned
    others = sorted(paths.cache().glob(f"odoo-{pins['ODOO_SERIES']}.*[0-9]"))
    return others[-1] if others else None


def _download_and_unpack():
    """Download aside, unpack aside, rename: a half-made tree is never found."""
    with tempfile.TemporaryDirectory(prefix="odoo-new-", dir=paths.cache()) as folder:
        work = Path(folder)
        work.chmod(0o755)  # apt downloads as its own user
        apt = PrivateApt(work)
        with Step("Reading the package lists of Debian sid", apt.size):
            apt.update()
        version = apt.choose_version()
        with Step(f"Downloading Odoo {version} (about 130 MB)", apt.size):
            apt.download(version)
        with Step("Unpacking Odoo (1.3 GB)"):
            apt.unpack(work / "tree")
        target = paths.cache() / f"odoo-{version}"
        (work / "tree").rename(target)
    return target


class PrivateApt:
    """apt with lists, archives and sources of its own inside ``folder``."""

    def __init__(self, folder):
        self.folder = folder
        self.pins = paths.versions()
        self.config = folder / "apt.conf"
        for name in ("lists/partial", "archives/partial", "preferences.d", "debs"):
            (folder / name).mkdir(parents=True)
        (folder / "sid.sources").write_text(self._sources(), encoding="utf-8")
        self.config.write_text(self._settings(), encoding="utf-8")
        self._let_apt_write()

    def _sources(self):
        source = apt_sources.debian_main(apt_sources.read_machine())
        if not source:
            raise Stop(
                "Odoo 19 cannot be had: /etc/apt names no Debian archive; set "
                "ODOO_HOME to a checkout of Odoo 19.0 / "
                "找不到 Debian 软件源，请用 ODOO_HOME 指定"
            )
        return apt_sources.render(source, self.pins["ODOO_SUITE"])

    def _settings(self):
        folder = self.folder
        return (
            f'Dir::Etc::sourcelist "{folder}/sid.sources";\n'
            'Dir::Etc::sourceparts "-";\n'
            'Dir::Etc::preferences "-";\n'
            f'Dir::Etc::preferencesparts "{folder}/preferences.d";\n'
            f'Dir::State::lists "{folder}/lists";\n'
            f'Dir::Cache "{folder}";\n'
            f'Dir::Cache::archives "{folder}/archives";\n'
            'Acquire::Languages "none";\n'
            'Acquire::Retries "3";\n'
            'APT::Update::Error-Mode "any";\n'
            # a mirror may lag behind: the lists' signature is checked all the same, and
            # the version is pinned
            'Acquire::Check-Valid-Until "false";\n'
        )

    def _let_apt_write(self):
        """Run as root, apt downloads as the user _apt: let that user write here."""
        if os.geteuid() == 0:
            try:
                shutil.chown(self.folder / "debs", user="_apt")
            except LookupError:
                pass  # an apt without that user downloads as root

    def size(self):
        """Progress: megabytes fetched so far."""
        files = [*self.folder.glob("lists/**/*"), *self.folder.glob("debs/**/*")]
        done = sum(_size(path) for path in files)
        return f"{done / 1e6:.0f} MB"

    def _run(self, *command):
        return subprocess.run(
            [command[0], "-c", str(self.config), *command[1:]],
            cwd=self.folder / "debs",
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )

    def update(self):
        self._require(self._run("apt-get", "update"))

    def _require(self, result):
        paths.log_file("odoo-download").write_text(result.stdout + result.stderr)
        if result.returncode:
            reason = next(
                (x for x in result.stderr.splitlines() if x.startswith("E:")),
                result.stderr.strip(),
            )
            raise Stop(
                f"Odoo 19 cannot be had from Debian: {reason} / 无法获取 Odoo 19"
            )

    def choose_version(self):
        """The pinned version, else the newest other revision of the same series."""
        offered = self._run("apt-cache", "madison", self.pins["ODOO_PACKAGE"]).stdout
        versions = [
            line.split("|")[1].strip() for line in offered.splitlines() if "|" in line
        ]
        return choose_version(versions, self.pins)

    def download(self, version):
        linked = self.pins["ODOO_LINKED_PACKAGES"].split()
        package = f"{self.pins['ODOO_PACKAGE']}={version}"
        self._require(self._run("apt-get", "download", package, *linked))

    def unpack(self, target):
        for deb in sorted((self.folder / "debs").glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", str(deb), str(target)], check=True)


def choose_version(offered, pins):
    """The pin if it is offered, else the first (newest) revision with a warning."""
    pinned = pins["ODOO_VERSION"]
    if pinned in offered:
        return pinned
    others = [x for x in offered if x.startswith(pins["ODOO_SERIES"] + ".")]
    if not others:
        raise Stop(
            f"Debian sid has no {pins['ODOO_PACKAGE']} {pins['ODOO_SERIES']} "
            f"(offered: {', '.join(offered) or 'none'}); set ODOO_HOME / "
            "请用 ODOO_HOME 指定"
        )
    warn(f"Odoo {pinned} is no longer in the archive; {others[0]} is taken instead.")
    return others[0]


def _size(path):
    try:
        return path.stat().st_size
    except OSError:
        return 0  # apt renames its files as they arrive
