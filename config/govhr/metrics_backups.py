"""Figures of the backups, from their folder: age, size, and when one was rehearsed."""

from .backup import MANIFEST, taken_at, verified_at

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
    times = list(filter(None, (verified_at(x) for _taken, x in whole)))
    if times:
        age = (now - max(times)).total_seconds()
        found["govhr_backup_verified_age_seconds"] = age
    return found
