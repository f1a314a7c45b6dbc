"""Run inside Odoo by ``pages.py``: logins for the measurement, and what to look for.

Argument: the file for the answer. Officers see one county or the province; three people
see their own pages. What is searched for is drawn by a fixed seed.
"""

import json
import random
import secrets
from pathlib import Path

SAMPLES = 30
OFFICER = ("gov_window_staff.group_hr_officer", "gov_window_staff.group_personal_data")
STAFF = [("gov_staff_no", "!=", False)]


def main(env, out):
    chance = random.Random(7)
    _give_numbers(env)
    county = _county(env)
    password = secrets.token_urlsafe(12)
    logins = {
        "county": _user(env, "bench.county", OFFICER, password, county),
        "province": _user(env, "bench.province", OFFICER, password),
    }
    portal = _people(env, county, password)
    result = {
        "password": password,
        "logins": {role: user.login for role, user in logins.items()},
        "portal": portal,
        "samples": {role: _samples(user, chance) for role, user in logins.items()},
    }
    env.cr.commit()
    env.cr.execute("ANALYZE hr_version")
    Path(out).write_text(json.dumps(result), encoding="utf-8")


def _give_numbers(env):
    """People of the bench have no ID numbers; a search needs some to find."""
    env.flush_all()
    env.cr.execute(
        "UPDATE hr_version SET identification_id = '620123' || (19700101 + id % 300000)"
        " || to_char(id * 7 % 10000, 'FM0000')"
        " WHERE identification_id IS NULL AND employee_id IS NOT NULL"
    )
    env.invalidate_all()


def _county(env):
    """The county of the newest month; without months one with people."""
    newest = env["gov.appraisal.round"].search([], order="id DESC", limit=1)
    groups = env["hr.employee"]._read_group(STAFF, ["department_id"], limit=1)
    return newest.county_id or groups[0][0].gov_county_id


def _user(env, login, groups, password, counties=None):
    """A user of that login, whose password is drawn anew for each measurement."""
    users = env["res.users"].with_context(no_reset_password=True)
    vals = {
        "group_ids": [(6, 0, [env.ref(group).id for group in groups])],
        "gov_county_ids": [(6, 0, counties.ids if counties else [])],
        "password": password,
    }
    user = users.search([("login", "=", login)])
    if user:
        user.write(vals)
        return user
    names = {"name": login, "login": login, "lang": "zh_CN", "tz": "Asia/Shanghai"}
    return users.create({**vals, **names})


def _people(env, county, password):
    """Logins of people with months to look at: {login: ids of the months}."""
    months = env["gov.appraisal"]
    closed = [("round_id.state", "in", ("published", "confirmed", "locked"))]
    free = [("round_id.county_id", "=", county.id), ("employee_id.user_id", "=", False)]
    found = iter(months.search([*closed, *free], limit=3, order="staff_no, id"))
    portal = {}
    for place in range(3):
        user = _user(env, f"bench.person.{place}", ("base.group_portal",), password)
        person = env["hr.employee"].search([("user_id", "=", user.id)])
        if not person:
            person = next(found, months).employee_id
            person.user_id = user
        own = months.search([*closed, ("employee_id", "=", person.id)], limit=SAMPLES)
        portal[user.login] = own.ids
    return portal


def _samples(user, chance):
    """What an officer looks for, among what the officer may see."""
    env = user.env(user=user)
    people = env["hr.employee"].search(STAFF, order="id")
    chosen = people.browse(chance.sample(people.ids, min(SAMPLES, len(people))))
    sites = chosen.department_id
    rounds = env["gov.appraisal.round"].search([])
    return {
        "count": len(people),
        "people": chosen.ids,
        "names": _mixed([p.name[:1] for p in chosen], [p.name for p in chosen]),
        "initials": [getattr(person, "gov_initials", "") for person in chosen],
        "numbers": [(p.sudo().identification_id or "0000")[-4:] for p in chosen],
        "sites": sites.ids,
        "rounds": rounds.ids,
    }


def _mixed(*lists):
    return [text for texts in zip(*lists, strict=True) for text in texts]


main(globals()["env"], globals()["argv"][0])
