"""The sample county of config/sample_county: its figures, its people, its workbooks."""

import re
import subprocess
import sys
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.oracle import policy
from tests.oracle.identity import check_digit
from tests.oracle.month import settle
from tests.oracle.workbooks import (
    CASES,
    CERTIFICATES,
    COLUMNS,
    EVENTS,
    PEOPLE,
    REVIEWS,
    SITES,
    day,
    read,
    text,
)

COUNTY = Path(__file__).resolve().parents[1] / "config" / "sample_county"


@pytest.fixture(scope="module")
def month():
    return settle(COUNTY, "2026-10")


@pytest.fixture(scope="module")
def results(month):
    """工号 -> the cells of both tables."""
    paid = {row["工号"]: row for row in month.payroll}
    return {row["工号"]: row | paid.pop(row["工号"]) for row in month.appraisals} | paid


def test_figures_of_its_readme(month):
    assert (month.headcount, month.quota) == (118, 35)
    assert month.grades == {"好": 34, "一般": 78, "差": 3, "暂停": 3}
    assert month.tied == ["01019", "11004"]
    assert str(month.totals["考核奖励"]) == "29178.00"
    assert str(month.totals["应发合计"]) == "456418.08"
    assert month.capital == "肆拾伍万陆仟肆佰壹拾捌元零捌分"


def test_readme_states_these_figures(month):
    readme = (COUNTY / "README.md").read_text(encoding="utf-8")
    numbers = (month.headcount, *month.grades.values())
    totals = (month.totals["考核奖励"], month.totals["应发合计"], month.capital)

    for figure in (*numbers, *totals, *month.tied):
        assert str(figure) in readme


def test_every_person_of_the_readme_exists():
    readme = (COUNTY / "README.md").read_text(encoding="utf-8")
    numbers = {text(row["工号"]) for row in read(COUNTY, PEOPLE)}

    named = set(re.findall(r"\b\d{5}\b(?![.年])", readme))

    assert len(named) > 50
    assert named <= numbers


SHOWN = {
    # 工号: what its line of the README promises
    "01007": {"考勤纪律": 0, "总分": 70},
    "01027": {"审批业务": 0, "总分": 85},
    "01001": {"总分": 120, "名次": 1, "考核奖励": 360},
    "01003": {"总分": 115, "考核奖励": 345, "学历补贴": 200},
    "01028": {"总分": 100},
    "01029": {"加分": 5},
    "01030": {"加分": 5, "审批业务": 14},
    "01031": {"考勤纪律": 20},
    "02003": {"总分": 98},
    "13001": {"总分": 88},
    "02004": {"审批业务": 10},
    "01039": {"审批业务": 13},
    "01034": {"审批业务": 14},
    "01012": {"总分": 90, "名次": 34, "等次": "好"},
    "01019": {"总分": 90, "名次": 35, "等次": "一般"},
    "11004": {"总分": 90, "名次": 35, "等次": "一般"},
    "12003": {"总分": 89.5, "等次": "一般"},
    "01025": {"总分": 60, "等次": "一般", "考核奖励": 180},
    "12004": {"总分": 59.5, "等次": "差", "考核奖励": 0},
    "13005": {"总分": 58, "等次": "差"},
    "01011": {"总分": 45, "等次": "差"},
    "01026": {"总分": 115, "等次": "暂停", "名次": None, "考核奖励": 0},
    "11008": {"等次": "暂停"},
    "03003": {"等次": "暂停"},
    "01033": {"等次": "一般"},
    "13004": {"等次": "一般"},
    "02006": {"等次": "一般"},
    "01021": {"等次": "好", "考核奖励": 0, "技能补贴": 100, "学历补贴": 0},
    "11006": {"等次": "好", "考核奖励": 330, "学历补贴": 100, "年限补贴": 0},
    "01044": {"技能补贴": 150, "年限补贴": 0, "考核奖励": 0},
    "01004": {"技能补贴": 100},
    "01005": {"技能补贴": 0},
    "01006": {"技能补贴": 0},
    "01008": {"技能补贴": 0},
    "01009": {"技能补贴": 150},
    "01010": {"技能补贴": 200},
    "01013": {"技能补贴": 400},
    "02001": {"技能补贴": 600},
    "01014": {"年限补贴": 20},
    "01015": {"年限补贴": 0},
    "01016": {"年限补贴": 50},
    "01017": {"年限补贴": 20},
    "01018": {"年限补贴": 100, "学历补贴": 0},
    "01020": {"年限补贴": 50},
    "11002": {"年限补贴": 100},
    "13002": {"年限补贴": 20},
    "12002": {"年限补贴": 50},
    "01022": {"年限补贴": 20},
    "01023": {"年限补贴": 0},
    "01024": {"年限补贴": 20},
    "01002": {"学历补贴": 100},
    "02002": {"学历补贴": 200},
    "11003": {"学历补贴": 0},
    "12006": {"基本工资": 0},
    "14009": {"基本工资": 0},
    "12007": {"基本工资": Decimal("2832.18"), "考核奖励": 0},
}


@pytest.mark.parametrize(("who", "cells"), SHOWN.items())
def test_person_shows_the_rule(results, who, cells):
    row = results[who]

    assert {name: row[name] for name in cells} == cells


@pytest.mark.parametrize("who", ["01038", "14009"])
def test_last_day_people_are_in(results, who):
    assert who in results


def test_who_left_inside_the_month_is_paid_and_not_graded(results):
    assert "等次" not in results["12007"]


@pytest.mark.parametrize("who", ["03008", "13010", "11011"])
def test_others_are_out(results, who):
    assert who not in results


def test_equal_totals_rank_by_points_lost(results):
    assert results["01032"]["总分"] == results["01028"]["总分"]
    assert results["01032"]["名次"] > results["01028"]["名次"]


def test_county_is_1_centre_2_branches_4_towns_10_villages():
    levels = Counter(row["层级"] for row in read(COUNTY, SITES))

    assert levels == {"县中心": 1, "分中心": 2, "镇街": 4, "村社": 10}


def test_every_item_of_the_rubric_is_used():
    assert {text(row["条款"]) for row in read(COUNTY, EVENTS)} == set(policy.ITEMS)


def test_ids_are_valid_and_agree_with_the_person():
    for row in read(COUNTY, PEOPLE):
        number = row["证件号码"]
        born = datetime.strptime(number[6:14], "%Y%m%d").date()

        assert check_digit(number[:17]) == number[17]
        assert (int(number[16]) % 2 == 1) == (row["性别"] == "男")
        assert born.replace(year=born.year + 18) <= day(row["入职日期"])


def test_everybody_is_visibly_made_up():
    for row in read(COUNTY, PEOPLE):
        assert row["证件号码"].startswith("320800")
        assert (row["手机号"] or "1380000").startswith("1380000")
        assert (row["银行卡号"] or "622999").startswith("622999")


def test_numbers_that_must_be_unique_are():
    for file, column in ((PEOPLE, "工号"), (PEOPLE, "证件号码"), (SITES, "机构编码")):
        values = [row[column] for row in read(COUNTY, file)]
        assert len(values) == len(set(values))
    for file, column in ((CERTIFICATES, "证书编号"), (REVIEWS, "评价编号")):
        values = [row[column] for row in read(COUNTY, file)]
        assert len(values) == len(set(values))


def test_every_工号_and_机构编码_is_known():
    people = {row["工号"] for row in read(COUNTY, PEOPLE)}
    sites = {row["机构编码"] for row in read(COUNTY, SITES)}

    for file in (CERTIFICATES, EVENTS, REVIEWS, CASES):
        assert {row["工号"] for row in read(COUNTY, file)} <= people
    assert {row["机构编码"] for row in read(COUNTY, PEOPLE)} <= sites
    assert {row["上级编码"] for row in read(COUNTY, SITES)} - {None} <= sites


def test_build_writes_the_committed_workbooks_again(tmp_path):
    subprocess.run([sys.executable, COUNTY / "build.py", tmp_path], check=True)

    for file in COLUMNS:
        assert read(tmp_path, file) == read(COUNTY, file)


@pytest.mark.parametrize("file", COLUMNS)
def test_workbook_is_pleasant_to_use(file):
    sheet = load_workbook(COUNTY / file).worksheets[0]

    assert [cell.value for cell in sheet[1]] == COLUMNS[file]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "C2"
    for cell in sheet[2]:
        if cell.value is not None:
            assert cell.is_date == isinstance(cell.value, datetime)
            assert isinstance(cell.value, str) == (cell.number_format == "@")
