"""Figures of the backups, from their folder: age, size, and when one was rehearsed."""

import json
from datetime import datetime

from .backup import MANIFEST, RECEIPT, taken_at

FIGURES = {
    "govhr_backup_age_seconds": "Age of the newest backup",
    "govhr_backup_bytes": "Size of the newest backup",
    "govhr_backup_verified_age_seconds": "Since a backup was restored as a rehearsal",
}


def of_folder(folder, now):
    """{figure: value}; what never happened has no figure.

    :param folder: where backups are kept, or None
    """
    if not folder or not folder.is_dir():
        return {}
    whole = sorted(
        (taken_at(x.name), x)
        for x in folder.iterdir()
        if taken_at(x.name) and (x / MANIFEST).exists()
    )
    found = {}
    if whole:
        taken, newest = whole[-1]
        found["govhr_backup_age_seconds"] = (now - taken).total_seconds()
        found["govhr_backup_bytes"] = sum(x.stat().st_size for x in newest.iterdir())
    receipts = [x / RECEIPT for _taken, x in whole if (x / RECEIPT).exists()]
    times = [json.loads(x.read_text("utf-8"))["verified"] for x in receipts]
    if times:
        last = datetime.fromisoformat(max(times))
        age = (now - last).total_seconds()
        found["govhr_backup_verified_age_seconds"] = age
    return found
