"""From the first landed version to this one, with a county's data in place."""

import json
from collections import namedtuple
from pathlib import Path

import pytest
from govhr import database, odoo_cli, odoo_log, old_version, paths

from tests.upgrade import rows

HERE = Path(__file__).parent
Upgraded = namedtuple("Upgraded", "name before status complaints")
# a category of pay got one above it: 实发 is what earnings and deductions add up to
MEANT = {("hr_salary_rule_category", "parent_id")}
# what old_county.py entered as the officer, in the form of dump_shipped.py
BY_HR = {
    ("gov_window_staff.lianshui_2025_skill_5", "amount"): 107.0,
    ("gov_window_staff.contract_type_off_quota", "name"): ["合同制（本县）"] * 2,
    ("gov_training.kind_induction", "name"): ["本县自办培训"] * 2,
    ("gov_training.kind_advanced", "active"): False,
    ("gov_training.form_concentrated", "reference"): "本县2026年第3号通知",
    ("gov_assessment.lianshui_2025_item_1_1", "name"): "迟到早退（本县口径）",
    ("gov_assessment.lianshui_2025_item_1_1", "points"): 6.0,
}


@pytest.fixture(scope="module")
def upgraded():
    """The old county after the upgrade, and its rows of before."""
    name = database.work_name("upgrade")
    database.clone(old_version.ensure(HERE / "old_county.py"), name)
    try:
        before = rows.read(name)
        log = paths.log_file("upgrade")
        status = old_version.upgrade(name, log)
        yield Upgraded(name, before, status, odoo_log.complaints_of(log))
    finally:
        database.drop(name)


@pytest.fixture(scope="module")
def shipped(upgraded, tmp_path_factory):
    """Shipped records of a new database and of the upgraded one."""
    folder = tmp_path_factory.mktemp("shipped")
    with database.fresh("upgrade") as new:
        return [_found(x, "dump_shipped.py", folder) for x in (new, upgraded.name)]


@pytest.fixture(scope="module")
def office_day(upgraded, tmp_path_factory):
    return _found(upgraded.name, "go_on.py", tmp_path_factory.mktemp("office"))


def _found(name, script, folder):
    path = folder / f"{name}.json"
    odoo_cli.run_script(name, HERE / script, path, log="upgrade-script")
    return json.loads(path.read_text(encoding="utf-8"))


def test_an_upgrade_passes_without_a_complaint_in_the_log(upgraded):
    assert upgraded.status == 0
    assert [str(x) for x in upgraded.complaints] == []


def test_nothing_that_a_county_recorded_is_changed(upgraded):
    after = rows.read(upgraded.name)

    changed = rows.changes(upgraded.before, after)

    assert {x: y for x, y in changed.items() if x not in MEANT} == {}


def test_the_county_had_locked_months_pay_and_training_to_lose(upgraded):
    counts = {table: len(x) for table, (_columns, x) in upgraded.before.items()}

    for table in ("gov_appraisal_line", "hr_payslip_line", "gov_certificate"):
        assert counts[table] > 50
    assert counts["gov_training_enrollment"] == 10


def test_shipped_records_have_the_same_names_as_in_a_new_database(shipped):
    new, old = shipped

    assert sorted(set(new) ^ set(old)) == []


def test_no_shipped_name_leads_to_a_record_that_is_gone(shipped, upgraded):
    _new, old = shipped

    assert [xmlid for xmlid, found in old.items() if found["values"] is None] == []
    assert database.query(rows.DANGLING_MODELS, database=upgraded.name) == []


def test_shipped_records_are_those_of_a_new_database_but_for_the_edits_of_hr(shipped):
    """States, figures, texts and Chinese: an upgrade does what an installation does.

    A change of shipped (noupdate) records without a migration fails here.
    """
    new, old = shipped

    differing = {
        (xmlid, name): old[xmlid]["values"].get(name)
        for xmlid in set(new) & set(old)
        for name, value in (new[xmlid]["values"] or {}).items()
        if (old[xmlid]["values"] or {}).get(name) != value
    }

    assert differing == BY_HR


def test_no_forgotten_column_refuses_new_records(upgraded):
    assert database.query(rows.DEAD_COLUMNS, database=upgraded.name) == []


def test_an_upgraded_office_approves_settles_and_pays(office_day):
    assert office_day["rounds"] == ["locked"] * 2
    assert office_day["runs"] == ["locked"] * 3
    assert all(office_day["slips"])


def test_every_screen_of_the_officer_opens_after_an_upgrade(office_day):
    assert office_day["screens"] == {}
