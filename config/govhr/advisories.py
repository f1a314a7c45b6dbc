"""Known vulnerabilities of the pinned packages: ``make lint`` without a network.

`config/advisories/advisories.json` holds the versions that advisories name, and the
first mended one. A pin below it fails the lint, unless `exceptions.json` beside it says
why and until when that is accepted.
``python -m govhr.advisories refresh`` asks OSV for all pins and writes the list anew.
"""

import datetime
import json
import re
import sys
import urllib.error
import urllib.request

from . import paths

FOLDER = paths.CONFIG / "advisories"
LIST, EXCEPTIONS = FOLDER / "advisories.json", FOLDER / "exceptions.json"
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;#]+)")
OLD = datetime.timedelta(days=90)
OSV = "https://api.osv.dev/v1/querybatch"
DETAILS = "https://api.osv.dev/v1/vulns/"
TIMEOUT = 30  # seconds


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


def order(version):
    """A key that sorts versions; what follows a letter (rc, post) is left out.

    >>> order("3.1.10") > order("3.1.9"), order("2.0") == order("2.0.0")
    (True, True)
    """
    numbers = [int(n) for n in re.findall(r"\d+", re.split(r"[a-z+]", version)[0])]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


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
            mended = advisory.get("fixed") or "no version yet"
            found.append(f"{name}=={version}: {advisory['id']}, mended in {mended}")
    return found


def is_hit(advisory, version):
    """Whether a version lies between the first bad and the first mended one."""
    if order(version) < order(advisory.get("introduced") or "0"):
        return False
    return not advisory.get("fixed") or order(version) < order(advisory["fixed"])


def notice(data, pinned, today):
    """What the list can and cannot say, for whoever reads the lint."""
    covered = {plain(a["package"]) for a in data["advisories"]} & set(pinned)
    text = f"{len(pinned)} pins; advisories on record for {len(covered)} of them"
    if not data.get("refreshed"):
        return f"{text}; written by hand, never compared with OSV: run it online"
    age = today - datetime.date.fromisoformat(data["refreshed"])
    return f"{text}; compared with OSV {age.days} days ago" + (
        ": time to refresh" if age > OLD else ""
    )


def refresh(pinned, ask):
    """The advisories of OSV that name a pinned version.

    :param ask: ``ask(url, payload)`` gives the decoded answer
    """
    names = sorted(pinned)
    queries = [
        {"package": {"name": n, "ecosystem": "PyPI"}, "version": pinned[n]}
        for n in names
    ]
    answer = ask(OSV, {"queries": queries})
    found = []
    for name, result in zip(names, answer["results"], strict=True):
        for short in result.get("vulns", ()):
            found += spans(name, ask(DETAILS + short["id"], None))
    return found


def spans(name, advisory):
    """The spans of versions of one package that an OSV record names."""
    found = []
    for affected in advisory.get("affected", ()):
        if plain(affected["package"]["name"]) != name:
            continue
        for span in affected.get("ranges", ()):
            if span["type"] != "ECOSYSTEM":
                continue
            events = {key: v for event in span["events"] for key, v in event.items()}
            found.append(
                {
                    "package": name,
                    "id": advisory["id"],
                    "introduced": events.get("introduced", "0"),
                    "fixed": events.get("fixed"),
                }
            )
    return found


def ask_osv(url, payload):
    body = None if payload is None else json.dumps(payload).encode()
    request = urllib.request.Request(
        url, data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
        return json.load(answer)


def main(argv):
    pinned, today = pins(), datetime.date.today()
    data = json.loads(LIST.read_text(encoding="utf-8"))
    if argv == ["refresh"]:
        try:
            new = refresh(pinned, ask_osv)
        except (urllib.error.URLError, TimeoutError) as error:
            print(f"OSV cannot be reached, the list stays as it is: {error}")
            return 1
        known = {(a["package"], a["id"]): a for a in data["advisories"] + new}
        data = {
            "refreshed": today.isoformat(),
            "advisories": [known[key] for key in sorted(known)],
        }
        text = json.dumps(data, indent=2, ensure_ascii=False)
        LIST.write_text(text + "\n", encoding="utf-8")
    exceptions = json.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    found = check(pinned, data["advisories"], exceptions, today)
    print("\n".join([notice(data, pinned, today), *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
