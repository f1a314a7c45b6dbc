"""Known vulnerabilities of the pinned packages: ``make lint`` without a network.

`config/advisories/advisories.json` holds the spans of versions that the PyPA advisory
database names (pypa/advisory-database, CC-BY-4.0). A pin inside one fails the lint,
unless `exceptions.json` beside it says why and until when that is accepted.
``make advisories FROM=folder`` writes the list anew from a checkout of the database.
"""

import datetime
import json
import re
import sys
from pathlib import Path

import yaml
from packaging.version import Version

from . import paths
from .errors import Stop

FOLDER = paths.CONFIG / "advisories"
LIST, EXCEPTIONS = FOLDER / "advisories.json", FOLDER / "exceptions.json"
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;#]+)")
OLD = datetime.timedelta(days=90)
SOURCE = "PyPA advisory database, CC-BY-4.0"
MODIFIED = re.compile(r"^modified: \W*(\d{4}-\d\d-\d\d)", re.MULTILINE)


def pins(folder=paths.CONFIG):
    """{package: version} of all requirement files."""
    found = {}
    for path in sorted(folder.glob("requirements*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := PIN.match(line.strip()):
                found[plain(match[1])] = match[2]
    return found


def plain(name):
    """A package's name as the registry compares it.

    >>> plain("Jinja2"), plain("lxml_html_clean")
    ('jinja2', 'lxml-html-clean')
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def check(pinned, known, exceptions, today):
    """Complaints, one line each.

    :param pinned: {package: version}
    :param known: [{package, id, introduced, fixed}]; without `fixed` none is mended
    :param exceptions: [{package, id, reason, until}]
    """
    accepted = {}
    found = []
    for entry in exceptions:
        key = (plain(entry["package"]), entry["id"])
        if not entry.get("reason", "").strip():
            found.append(f"{entry['id']}: the exception gives no reason")
        elif datetime.date.fromisoformat(entry["until"]) < today:
            found.append(f"{entry['id']}: the exception ended on {entry['until']}")
        else:
            accepted[key] = entry
    for advisory in known:
        name = plain(advisory["package"])
        version = pinned.get(name)
        if (
            version
            and is_hit(advisory, version)
            and (name, advisory["id"]) not in accepted
        ):
            mended = advisory["fixed"] or "no version yet"
            found.append(f"{name}=={version}: {advisory['id']}, mended in {mended}")
    return found


def is_hit(advisory, version):
    """Whether a version lies between the first bad and the first mended one."""
    if Version(version) < Version(advisory["introduced"]):
        return False
    return not advisory["fixed"] or Version(version) < Version(advisory["fixed"])


def notice(data, pinned, today):
    """What the list can and cannot say, for whoever reads the lint."""
    covered = {plain(a["package"]) for a in data["advisories"]} & set(pinned)
    age = today - datetime.date.fromisoformat(data["newest"])
    text = f"{len(pinned)} pins, advisories up to {data['newest']}"
    text += f" name {len(covered)} of these packages"
    return text + (f": {age.days} days old, time to refresh" if age > OLD else "")


def read_database(folder, names):
    """What a checkout of the PyPA advisory database says of some packages.

    :param folder: its folder ``vulns/``, one folder for each package
    :return: ([{package, id, introduced, fixed}], day of the newest entry of all)
    """
    found, newest = [], ""
    for path in sorted(Path(folder).glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        if match := MODIFIED.search(text):
            newest = max(newest, match[1])
        if plain(path.parent.name) in names:
            found += spans(plain(path.parent.name), yaml.safe_load(text))
    return found, newest


def spans(name, advisory):
    """The spans of versions of one package that a record in OSV's form names."""
    found = []
    for affected in advisory.get("affected", ()):
        if plain(affected["package"]["name"]) != name or advisory.get("withdrawn"):
            continue
        for span in affected.get("ranges", ()):
            if span["type"] == "ECOSYSTEM":
                found += _pairs(name, advisory["id"], span["events"])
    return found


def _pairs(name, known_as, events):
    """Each version where a mistake begins, with the next one that mends it."""
    found = []
    for event in events:
        if "introduced" in event:
            found.append(
                {
                    "package": name,
                    "id": known_as,
                    "introduced": str(event["introduced"]),
                    "fixed": None,
                }
            )
        elif "fixed" in event and found:
            found[-1]["fixed"] = str(event["fixed"])
    return found


def refresh(folder, pinned):
    """Write the list anew from a checkout of the PyPA advisory database."""
    found, newest = read_database(folder, set(pinned))
    if not newest:
        raise Stop(
            f"{folder} holds no advisories: give the folder `vulns` of a checkout of "
            "the PyPA advisory database / 该目录没有漏洞公告"
        )
    data = {"source": SOURCE, "newest": newest, "advisories": found}
    text = json.dumps(data, indent=1, ensure_ascii=False)
    LIST.write_text(text + "\n", encoding="utf-8")


def main(argv):
    pinned, today = pins(), datetime.date.today()
    if argv:
        refresh(argv[0], pinned)
    data = json.loads(LIST.read_text(encoding="utf-8"))
    exceptions = json.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    found = check(pinned, data["advisories"], exceptions, today)
    print("\n".join([notice(data, pinned, today), *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
