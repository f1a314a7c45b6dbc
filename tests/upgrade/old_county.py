"""Run inside Odoo with the addons of the first landed version: a county at work.

argv: the folder with that version's `config/`. Everything is done by that version's own
methods, as the users whose work it is: September is settled, paid and locked; October
is settled and its pay run computed; November is graded and not confirmed; a training is
over; the officer changed what was shipped.
"""

import importlib.util
from datetime import date
from pathlib import Path

env, argv = globals()["env"], globals()["argv"]
CONFIG = Path(argv[0]) / "config"
MONTHS = [date(2026, month, 1) for month in (9, 10, 11)]


def old_office():
    path = CONFIG / "govhr" / "office.py"
    spec = importlib.util.spec_from_file_location("old_office", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def change_shipped_records(hr):
    """What an officer may change: amounts, points, names, notes, a kind in use.

    test_upgrade.py lists the same changes.
    """
    table = hr.ref("gov_window_staff.lianshui_2025")
    table.action_back_to_draft()
    hr.ref("gov_window_staff.lianshui_2025_skill_5").amount = 107
    table.action_put_in_force()
    rubric = hr.ref("gov_assessment.lianshui_2025")
    rubric.action_back_to_draft()
    item = hr.ref("gov_assessment.lianshui_2025_item_1_1")
    item.write({"points": 6, "name": "迟到早退（本县口径）"})
    rubric.action_put_in_force()
    copied = hr[rubric._name].browse(rubric.action_copy_version()["res_id"])
    copied.write({"date_from": "2027-01-01", "reference": "本县2027年考核细则"})
    copied.action_put_in_force()
    hr.ref("gov_training.kind_induction").name = "本县自办培训"
    hr.ref("gov_training.kind_advanced").active = False
    hr.ref("gov_training.form_concentrated").reference = "本县2026年第3号通知"
    hr.ref("gov_window_staff.contract_type_off_quota").name = "合同制（本县）"


def train(hr):
    """A session of ten people, held and closed."""
    people = hr["hr.employee"].search([("gov_staff_no", "!=", False)], limit=10)
    county = hr["hr.department"].search([("gov_level", "=", "county")])
    session = hr["gov.training.session"].create(
        {
            "name": "窗口服务规范",
            "topic_ids": [(6, 0, hr["gov.training.topic"].search([], limit=2).ids)],
            "kind_id": hr["gov.training.kind"].search([], limit=1).id,
            "form_id": hr["gov.training.form"].search([], limit=1).id,
            "department_id": county.id,
            "date_start": "2025-09-10 01:00:00",
            "date_end": "2025-09-10 09:00:00",
        }
    )
    session.action_open()
    hr["gov.training.enrollment"].create(
        [{"session_id": session.id, "employee_id": x.id} for x in people]
    )
    session.action_start()
    session.enrollment_ids[0].write({"state": "absent", "reason": "请假"})
    session.action_mark_all_present()
    session.action_close()


def month(hr, first_day):
    """A month that is graded and still open to objections."""
    county = hr["hr.department"].search([("gov_level", "=", "county")])
    rounds = hr["gov.appraisal.round"].create(
        {"county_id": county.id, "date_from": first_day}
    )
    rounds.action_open()
    rounds.action_score()
    rounds.action_grade()


def main():
    office = old_office()
    people = office.staff(env)
    office.import_folder(people, CONFIG / "sample_county", lambda line: None)
    change_shipped_records(people.hr)
    office.pay(people, office.settle(people, MONTHS[0]))
    october = office.settle(people, MONTHS[1])
    run = people.hr["hr.payslip.run"].create(
        {"gov_county_id": october.county_id.id, "date_start": MONTHS[1]}
    )
    run.action_gov_compute()
    month(people.hr, MONTHS[2])
    train(people.hr)


main()
