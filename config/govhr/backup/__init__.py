"""Backups: the database and its files, encrypted with a public key, checked, restored.

A backup is a folder ``<database>-<time>/`` with

- ``database.gpg``: ``pg_dump --format=custom``;
- ``files.gpg``: a tar of ``totals.json`` and of the attachments' files;
- ``manifest.json``: when, of what, and the SHA-256 of both; nothing personal;
- ``verified.json``: the receipt of a restore that gave the same totals.

Both large files are one view of the database (one exported snapshot). What is not
encrypted never lies on a disk; the server knows the public key alone, so who breaks
into it reads no backup.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

DATABASE, FILES = "database.gpg", "files.gpg"
MANIFEST, RECEIPT = "manifest.json", "verified.json"
TOTALS = "totals.json"
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Place:
    """What is backed up, and where to; PostgreSQL's address is in the environment."""

    database: str
    filestore: Path
    folder: Path
    key: Path


def folder_name(database, when):
    """
    >>> folder_name("govhr", datetime(2026, 11, 23, 2, 30, tzinfo=UTC))
    'govhr-20261123T023000Z'
    """
    return f"{database}-{when.strftime(STAMP)}"


def taken_at(name):
    """The time in a folder's name, or None where it is no backup's.

    >>> taken_at("govhr-20261123T023000Z").isoformat()
    '2026-11-23T02:30:00+00:00'
    >>> taken_at("lost+found")
    """
    try:
        found = datetime.strptime(name.rpartition("-")[2], STAMP)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC)
