"""Each step of a pay run taken by two at once: everybody is paid once.

It goes on with the months that test_race_month.py has locked.
"""

import base64
from collections import Counter

import pytest

from tests.cluster import small
from tests.cluster.hall import RUN
from tests.cluster.races import at_least_one, exactly_one


def test_a_pay_run_created_twice_at_once_exists_once(hall):
    for county in hall.counties:
        vals = {"gov_county_id": county.id, "date_start": str(small.FIRST)}

        winner = exactly_one(hall.both("hr", "hr2", RUN, "create", [vals]))

        [county.documents[RUN]] = winner.value


def test_a_pay_run_computed_twice_at_once_has_each_slip_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        # computing again gives the same slips
        at_least_one(hall.press_both("hr", "hr2", RUN, run, "action_gov_compute"))

        slips = "SELECT count(*) FROM hr_payslip WHERE payslip_run_id = %s"
        assert hall.value(slips, run) == county.size
        nets = hall.value(
            "SELECT count(*) FROM hr_payslip_line l JOIN hr_payslip s"
            " ON s.id = l.slip_id WHERE s.payslip_run_id = %s AND l.code = 'NET'",
            run,
        )
        assert nets == county.size


def test_a_double_click_hands_the_pay_run_in_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        at_least_one(hall.press_both("hr", "hr", RUN, run, "action_gov_submit"))

        assert hall.steps(RUN, run) == Counter({"pending": 1, "waiting": 2})
        hall["finance", 1].call(RUN, "action_gov_check_changes", [run])


@pytest.mark.parametrize("login", ["checker", "finance", "leader"])
def test_one_step_of_pay_approved_by_two_at_once_is_approved_once(hall, login):
    # a second click on an approved run changes nothing
    expect = at_least_one if login == "leader" else exactly_one
    for county in hall.counties:
        run = county.documents[RUN]
        before = hall.steps(RUN, run)["approved"]

        expect(hall.press_both(login, f"{login}2", RUN, run, "action_gov_approve"))

        assert hall.steps(RUN, run)["approved"] == before + 1


def test_a_pay_run_locked_twice_at_once_is_locked_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        # a second click on a locked run changes nothing
        at_least_one(hall.press_both("hr", "hr2", RUN, run, "action_gov_lock"))

        assert hall.value("SELECT state FROM hr_payslip_run WHERE id = %s", run) == (
            "locked"
        )


def test_two_bank_exports_at_once_pay_everybody_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        at_least_one(
            hall.press_both("finance", "finance2", RUN, run, "action_gov_export")
        )

        paid = (
            "SELECT count(*) FROM gov_bank_payment WHERE run_id = %s AND state = 'sent'"
        )
        assert hall.value(paid, run) == county.size


def test_the_bank_s_answer_read_twice_at_once_is_read_once(hall):
    model = "gov.bank.return.import"
    for county in hall.counties:
        run = county.documents[RUN]
        export = hall.value(
            "SELECT DISTINCT export_id FROM gov_bank_payment"
            " WHERE run_id = %s AND state = 'sent'",
            run,
        )
        window = {
            "export_id": export,
            "content": bank_answer(hall, county, export),
            "file_name": "回盘.txt",
        }

        exactly_one(
            hall.decide_both("finance", "finance2", model, window, "action_import")
        )

        answers = "SELECT count(*) FROM gov_bank_return WHERE export_id = %s"
        assert hall.value(answers, export) == 1
        paid = (
            "SELECT count(*) FROM gov_bank_payment WHERE run_id = %s AND state = 'paid'"
        )
        assert hall.value(paid, run) == county.size


def bank_answer(hall, county, export):
    """The bank has paid everybody, in base64."""
    rows = hall.cluster.query(
        "SELECT staff_no, amount FROM gov_bank_payment WHERE export_id = %s", export
    )
    cards = {row[0]: row[-1] for row in county.roster()}
    lines = ["卡号|金额|处理结果"]
    lines += [f"{cards[number]}|{amount:.2f}|成功" for number, amount in rows]
    return base64.b64encode("\n".join(lines).encode("gbk")).decode()
