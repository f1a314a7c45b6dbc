"""The machine's own apt sources, read to derive a second, private one from them.

Both forms are read: deb822 stanzas (``.sources``) and one-line entries (``.list``).
"""

import re
from dataclasses import dataclass
from pathlib import Path

APT_FOLDER = Path("/etc/apt")
# Suites of the same archive that hold only additions to a release.
PARTIAL_SUITE = re.compile(r"(-updates|-security|-backports|-proposed|/updates)")


@dataclass(frozen=True)
class Source:
    """One archive as apt knows it; ``signed_by`` is a path or an embedded key."""

    uri: str
    suite: str
    components: tuple
    signed_by: str = ""


def parse_deb822(text):
    """Sources of a ``.sources`` file, disabled and source-code-only ones left out."""
    found = []
    for stanza in re.split(r"\n\s*\n", text):
        fields = _fields(stanza)
        if "deb" not in fields.get("types", "").split():
            continue
        if fields.get("enabled", "yes").lower() in ("no", "false", "0", "off"):
            continue
        found += _sources(fields)
    return found


def _fields(stanza):
    """``{lower-case name: value}``; continuation lines stay below their field."""
    fields, name = {}, None
    for line in stanza.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            if name:
                fields[name] += "\n" + line
        else:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    return fields


def _sources(fields):
    components = tuple(fields.get("components", "").split())
    return [
        Source(uri, suite, components, fields.get("signed-by", ""))
        for uri in fields.get("uris", "").split()
        for suite in fields.get("suites", "").split()
    ]


def parse_one_line(text):
    """Sources of a ``.list`` file: ``deb [signed-by=...] URI SUITE COMPONENT...``."""
    found = []
    for line in text.splitlines():
        match = re.match(r"\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)([^#]*)", line)
        if match:
            options, uri, suite, rest = match.groups()
            signed = re.search(r"signed-by=(\S+)", options or "")
            found.append(
                Source(uri, suite, tuple(rest.split()), signed[1] if signed else "")
            )
    return found


def read_machine(folder=APT_FOLDER):
    """All enabled sources of the machine."""
    found = []
    for path in [folder / "sources.list", *sorted(folder.glob("sources.list.d/*"))]:
        if path.suffix == ".list" and path.is_file():
            found += parse_one_line(path.read_text(encoding="utf-8"))
        elif path.suffix == ".sources" and path.is_file():
            found += parse_deb822(path.read_text(encoding="utf-8"))
    return found


def debian_main(sources):
    """The entry that serves Debian itself, or None.

    Third parties use the component name ``main`` too; Debian's key or the usual folder
    name tells its own archive and mirrors from theirs.
    """
    candidates = [
        source
        for source in sources
        if "main" in source.components and not PARTIAL_SUITE.search(source.suite)
    ]
    ranked = sorted(candidates, key=_likeness, reverse=True)
    return ranked[0] if ranked and _likeness(ranked[0]) else None


def _likeness(source):
    has_key = "debian-archive-keyring" in source.signed_by
    has_folder = bool(re.search(r"/debian/?$", source.uri))
    return 2 * has_key + has_folder


def render(source, suite):
    """A deb822 stanza for another suite of the same archive, with the same key."""
    lines = [
        "Types: deb",
        f"URIs: {source.uri}",
        f"Suites: {suite}",
        "Components: main",
    ]
    if source.signed_by:
        lines.append(f"Signed-By: {source.signed_by}")
    return "\n".join(lines) + "\n"
