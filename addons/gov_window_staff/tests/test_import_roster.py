"""花名册.xlsx: people with all that their row names."""

from datetime import date, datetime
from unittest.mock import patch

from odoo.tests import tagged

from .common import HR_OFFICER, WindowStaffCommon, identity_number

IMPORTER = "gov.import.roster"

ROW = {
    "工号": "R001",
    "姓名": "张三",
    "性别": "女",
    "证件号码": identity_number(2, date(1990, 5, 6)),
    "手机号": "13800000001",
    "机构编码": "T20",
    "窗口": "医保窗口",
    "岗位": "综合受理岗(测试)",
    "用工形式": "劳务派遣(测试)",
    "派驻单位": "县医保局(测试)",
    "学历": "本科",
    "政治面貌": "中共党员",
    "入职日期": datetime(2024, 3, 1),
    "试用期至": "2024-06-01",
    "离职日期": None,
    "基本工资": 3200.5,
    "开户行": "测试农商行",
    "银行卡号": "6229990000000000001",
}


class RosterImportCase(WindowStaffCommon):
    def load_people(self, *rows, **kwargs):
        """Import rows that differ from ROW as told."""
        return self.import_rows(
            IMPORTER, *[ROW | row for row in rows], **kwargs
        ).records


@tagged("post_install", "-at_install")
class TestImportRoster(RosterImportCase):
    def test_person_gets_every_fact_of_the_row(self):
        person = self.load_people({})

        self.assertRecordValues(
            person,
            [
                {
                    "gov_staff_no": "R001",
                    "name": "张三",
                    "sex": "female",
                    "identification_id": ROW["证件号码"],
                    "birthday": date(1990, 5, 6),
                    "private_phone": "13800000001",
                    "department_id": self.town.id,
                    "gov_political_status": "01",
                    "gov_entry_date": date(2024, 3, 1),
                    "trial_date_end": date(2024, 6, 1),
                    "gov_leave_date": False,
                    "wage": 3200.5,
                }
            ],
        )
        self.assertEqual(person.gov_education_id.rank, 50)

    def test_what_the_row_names_is_created(self):
        person = self.load_people({})

        self.assertEqual(person.gov_window_id.name, "医保窗口")
        self.assertEqual(person.gov_window_id.department_id, self.town)
        self.assertEqual(person.job_id.name, "综合受理岗(测试)")
        self.assertEqual(person.contract_type_id.name, "劳务派遣(测试)")
        self.assertEqual(person.gov_dispatch_unit_id.name, "县医保局(测试)")
        self.assertTrue(person.gov_dispatch_unit_id.is_gov_unit)
        self.assertEqual(person.bank_account_ids.bank_id.name, "测试农商行")
        self.assertEqual(person.bank_account_ids.acc_number, "6229990000000000001")

    def test_what_exists_is_used(self):
        window = self.new_window(self.town, "医保窗口")
        self.new_window(self.town_b, "医保窗口")
        unit = self.new_unit("县医保局(测试)")

        people = self.load_people({}, {"工号": "R002", "证件号码": None})

        self.assertEqual(people.gov_window_id, window)
        self.assertEqual(people.gov_dispatch_unit_id, unit)
        self.assertEqual(len(people.job_id), 1)

    def test_window_of_the_same_name_is_another_one_in_another_site(self):
        people = self.load_people(
            {}, {"工号": "R002", "证件号码": None, "机构编码": "T30"}
        )

        self.assertEqual(people.gov_window_id.department_id, self.town + self.town_b)

    def test_shipped_staffing_types_are_found_by_their_chinese_name(self):
        person = self.load_people({"用工形式": "劳务派遣"})

        self.assertEqual(
            person.contract_type_id,
            self.env.ref("gov_window_staff.contract_type_dispatched"),
        )

    def test_optional_cells_may_be_blank(self):
        required = ("工号", "姓名", "机构编码", "入职日期")

        person = self.load_people({h: None for h in ROW if h not in required})

        self.assertRecordValues(
            person,
            [{"sex": False, "gov_window_id": False, "wage": 0, "job_id": False}],
        )

    def test_sex_and_birthday_come_from_the_id_number(self):
        number = identity_number(1, date(1988, 2, 29))

        person = self.load_people({"性别": None, "证件号码": number})

        self.assertRecordValues(
            person, [{"sex": "male", "birthday": date(1988, 2, 29)}]
        )

    def test_first_version_begins_on_the_day_of_entry(self):
        person = self.load_people({})

        self.assertEqual(person.version_ids.mapped("date_version"), [date(2024, 3, 1)])

    def test_person_who_left_is_imported_all_the_same(self):
        person = self.load_people({"离职日期": "2025-01-31"})

        self.assertEqual(person.gov_leave_date, date(2025, 1, 31))

    def test_words_for_education_mean_their_rank(self):
        words = {
            "高中": 30,
            "中专": 30,
            "大专": 40,
            "本科": 50,
            "硕士研究生": 60,
            "博士研究生": 70,
        }
        rows = [
            {"工号": f"R{n}", "证件号码": None, "学历": word}
            for n, word in enumerate(words)
        ]

        people = self.load_people(*rows)

        self.assertEqual(
            [person.gov_education_id.rank for person in people], list(words.values())
        )

    def test_words_for_political_status_mean_their_code(self):
        words = {
            "中共党员": "01",
            "党员": "01",
            "预备党员": "02",
            "团员": "03",
            "群众": "13",
        }
        rows = [
            {"工号": f"R{n}", "证件号码": None, "政治面貌": word}
            for n, word in enumerate(words)
        ]

        people = self.load_people(*rows)

        self.assertEqual(people.mapped("gov_political_status"), list(words.values()))

    def test_hr_officer_imports_with_own_rights(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN")

        person = self.load_people({}, user=officer)

        self.assertEqual(person.create_uid, officer)


@tagged("post_install", "-at_install")
class TestImportRosterAgain(RosterImportCase):
    def test_second_import_changes_nothing(self):
        person = self.load_people({})
        before = self.snapshot(person)

        again = self.load_people({})

        self.assertEqual(again, person)
        self.assertEqual(self.snapshot(person), before)

    def test_person_whose_row_is_unchanged_is_not_written(self):
        self.load_people({})

        with patch.object(self.env.registry["hr.employee"], "write") as write:
            self.load_people({})

        write.assert_not_called()

    def snapshot(self, person):
        person.flush_recordset()
        person.invalidate_recordset()
        models = ("gov.window", "hr.job", "hr.contract.type", "res.partner", "res.bank")
        return (
            [self.env[model].search_count([]) for model in models],
            person.bank_account_ids.ids,
            person.version_ids.ids,
        )

    def test_known_person_is_updated_in_place(self):
        person = self.load_people({})

        self.load_people({"机构编码": "T30", "基本工资": 3500, "学历": "硕士研究生"})

        self.assertRecordValues(
            person, [{"department_id": self.town_b.id, "wage": 3500}]
        )
        self.assertEqual(person.gov_education_id.rank, 60)
        self.assertEqual(len(person.version_ids), 1)

    def test_corrected_entry_moves_the_first_version(self):
        person = self.load_people({})

        self.load_people({"入职日期": "2023-12-01"})

        self.assertEqual(person.gov_entry_date, date(2023, 12, 1))
        self.assertEqual(person.version_ids.date_version, date(2023, 12, 1))

    def test_archived_person_is_updated_not_doubled(self):
        person = self.load_people({})
        person.active = False

        self.assertEqual(self.load_people({"姓名": "张三丰"}), person)
        self.assertEqual(person.name, "张三丰")

    def test_new_bank_card_takes_the_place_of_the_old_one(self):
        person = self.load_people({})

        self.load_people({"银行卡号": "6229990000000000019"})

        self.assertEqual(
            person.bank_account_ids.mapped("acc_number"), ["6229990000000000019"]
        )

    def test_old_bank_card_comes_back_when_the_file_names_it_again(self):
        person = self.load_people({})
        self.load_people({"银行卡号": "6229990000000000019"})

        self.load_people({})

        self.assertEqual(
            person.bank_account_ids.mapped("acc_number"), ["6229990000000000001"]
        )
