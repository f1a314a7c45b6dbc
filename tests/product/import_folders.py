"""Run inside Odoo by test_month_refusals: import damaged folders, keep nothing.

argv: the good folder, a folder of damaged copies of it, and the file for the answer,
{folder name: refusal, or null}. The files before the damaged one are imported once for
all folders: what they do is the same each time.
"""

import json
from pathlib import Path

from govhr import office

env, argv = globals()["env"], globals()["argv"]
good, damaged, answer = map(Path, argv)
people = office.staff(env)


def silent(_line):
    """The report of an import is not what is tested here."""


def refusal(step, *arguments):
    """The message with which a step is refused, None when it passes."""
    from odoo.exceptions import UserError

    savepoint = env.cr.savepoint()
    try:
        step(*arguments)
    except (UserError, office.MissingFile) as error:
        return str(error)
    finally:
        savepoint.rollback()
        env.invalidate_all(flush=False)
        savepoint.close()
    return None


def damaged_file(folder):
    """The first file that differs from the good folder's, None when one is missing."""
    for name in office.FILES:
        if not (folder / name).exists():
            return None
        if (folder / name).read_bytes() != (good / name).read_bytes():
            return name
    raise AssertionError(f"{folder} is not damaged")


folders = {}
for folder in sorted(damaged.iterdir()):
    folders.setdefault(damaged_file(folder), []).append(folder)

answers = {f.name: refusal(office.check_folder, f) for f in folders.pop(None, [])}
for name in office.FILES:
    for folder in folders.get(name, []):
        answers[folder.name] = refusal(office.import_file, people, folder, name, silent)
    office.import_file(people, good, name, silent)

answer.write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
env.cr.rollback()
