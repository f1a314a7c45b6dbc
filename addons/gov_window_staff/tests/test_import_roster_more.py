"""花名册.xlsx: columns that a file may leave out, changes by date, many people."""

from datetime import date

from odoo.tests import tagged

from .common import HR_OFFICER, identity_number, problem_line
from .test_import_roster import IMPORTER, ROW, RosterImportCase

UNKNOWN = "找不到对应的记录，请核对，或先导入相应的表"
MORE = {
    "民族": "汉族",
    "入党时间": "2012-07-01",
    "来源": "单位派驻",
    "用人单位": "县人力资源公司(测试)",
    "岗位类别": "后台",
    "定岗等级": "四级/中级工",
    "专职": "是",
    "党员先锋岗": "是",
    "保留骨干": "否",
    "进驻时间": "2024-04-01",
    "参加工作时间": "2010-07-01",
    "行政执法证号": "32-0001",
    "执法证有效期至": "2027-12-31",
    "工牌号": "B-17",
    "备案号": "备2024-17",
    "备案日期": "2024-03-05",
    "岗位职责": "咨询受理",
}


@tagged("post_install", "-at_install")
class TestOptionalColumns(RosterImportCase):
    def test_each_optional_column_fills_its_fact(self):
        person = self.load_people(MORE)

        self.assertRecordValues(
            person,
            [
                {
                    "gov_ethnic_group": "01",
                    "gov_party_date": date(2012, 7, 1),
                    "gov_source": "unit",
                    "gov_position": "back_office",
                    "gov_post_level_id": self.level(2).id,
                    "gov_is_dedicated": True,
                    "gov_is_vanguard": True,
                    "gov_is_backbone": False,
                    "gov_posted_date": date(2024, 4, 1),
                    "gov_work_date": date(2010, 7, 1),
                    "gov_enforcement_no": "32-0001",
                    "gov_enforcement_expiry": date(2027, 12, 31),
                    "gov_badge_no": "B-17",
                    "gov_filing_number": "备2024-17",
                    "gov_filing_date": date(2024, 3, 5),
                    "gov_duty": "咨询受理",
                }
            ],
        )
        self.assertEqual(person.gov_employer_id.name, "县人力资源公司(测试)")

    def test_old_file_leaves_what_is_recorded(self):
        person = self.load_people(MORE)

        self.load_people({"基本工资": 3600}, headers=list(ROW))

        self.assertEqual(person.wage, 3600)
        self.assertEqual(person.gov_position, "back_office")
        self.assertEqual(person.gov_filing_number, "备2024-17")

    def test_person_of_an_old_file_is_at_a_window(self):
        person = self.load_people({}, headers=list(ROW))

        self.assertEqual(person.gov_position, "window")
        self.assertEqual(person.gov_document_type, "identity")

    def test_number_of_another_document_has_no_check_digit(self):
        person = self.load_people(
            {"证件类型": "护照", "证件号码": "E12345678", "性别": "女"}
        )

        self.assertEqual(person.identification_id, "E12345678")
        self.assertFalse(person.birthday)

    def test_unknown_words_are_refused(self):
        row = ROW | {"来源": "天上", "定岗等级": "九级"}

        self.assert_refused(
            IMPORTER,
            [row],
            problem_line(
                "花名册.xlsx",
                2,
                "来源",
                "无法识别，应为：中心配备 单位派驻 属地招录 劳务派遣公司",
                "天上",
            ),
            headers=[*ROW, "来源"],
        )
        self.assert_refused(
            IMPORTER,
            [row],
            problem_line("花名册.xlsx", 2, "定岗等级", UNKNOWN, "九级"),
            headers=[*ROW, "定岗等级"],
        )


@tagged("post_install", "-at_install")
class TestChangeByDate(RosterImportCase):
    def history(self, person):
        versions = person.version_ids.sorted("date_version")
        return [(v.date_version, v.department_id, v.wage) for v in versions]

    def test_changed_facts_hold_from_the_given_day(self):
        person = self.load_people({})

        self.load_people(
            {"机构编码": "T30", "基本工资": 3600, "生效日期": "2026-05-01"}
        )

        self.assertEqual(
            self.history(person),
            [
                (date(2024, 3, 1), self.town, 3200.5),
                (date(2026, 5, 1), self.town_b, 3600),
            ],
        )

    def test_unchanged_row_with_a_day_makes_no_version(self):
        person = self.load_people({})

        self.load_people({"生效日期": "2026-05-01"})

        self.assertEqual(len(person.version_ids), 1)

    def test_facts_without_dates_are_corrected_at_once(self):
        person = self.load_people({})

        self.load_people({"姓名": "张三丰", "生效日期": "2026-05-01"})

        self.assertEqual(person.name, "张三丰")
        self.assertEqual(len(person.version_ids), 1)

    def test_without_a_day_the_profile_of_now_is_corrected(self):
        person = self.load_people({})

        self.load_people({"机构编码": "T30", "生效日期": None})

        self.assertEqual(
            self.history(person), [(date(2024, 3, 1), self.town_b, 3200.5)]
        )

    def test_new_person_begins_on_the_day_of_entry(self):
        person = self.load_people({"生效日期": "2026-05-01"})

        self.assertEqual(person.version_ids.date_version, date(2024, 3, 1))

    def test_day_before_the_file_is_refused(self):
        self.load_people({})

        self.assert_refused(
            IMPORTER,
            [ROW | {"生效日期": "2024-02-29"}],
            problem_line(
                "花名册.xlsx",
                2,
                "生效日期",
                "早于该人员档案的起始日期 2024-03-01",
                "2024-02-29",
            ),
        )


@tagged("post_install", "-at_install")
class TestManyPeople(RosterImportCase):
    # columns that name one record or moment; all others must be the same
    OWN = {
        "id",
        "create_date",
        "write_date",
        "last_modified_date",
        "employee_id",
        "current_version_id",
        "resource_id",
        "work_contact_id",
        "gov_staff_no",
        "salary_distribution",
        "color",
        "commercial_partner_id",
        "message_main_attachment_id",
    }

    def stored(self, table, record_id):
        self.env.flush_all()
        self.env.cr.execute(f'SELECT * FROM "{table}" WHERE id = %s', [record_id])
        [values] = self.env.cr.dictfetchall()
        return {k: v for k, v in values.items() if k not in self.OWN}

    def test_person_of_an_import_is_the_same_as_one_made_by_hand(self):
        vals = {
            "name": "同一人",
            "gov_entry_date": date(2024, 3, 1),
            "contract_date_start": date(2024, 3, 1),
            "department_id": self.town.id,
            "job_id": self.env["hr.job"].create({"name": "岗"}).id,
            "wage": 3000,
            "sex": "female",
            "birthday": date(1990, 5, 6),
        }
        officer = self.new_user("officer", HR_OFFICER)
        people = self.env["hr.employee"].with_user(officer).sudo()

        usual = people.create(dict(vals, gov_staff_no="U1"))
        many = people._gov_create_many([dict(vals, gov_staff_no="U2")])

        for table, field in (
            ("hr_employee", "id"),
            ("hr_version", "version_id"),
            ("resource_resource", "resource_id"),
            ("res_partner", "work_contact_id"),
        ):
            with self.subTest(table=table):
                ids = [
                    person.id if field == "id" else person[field].id
                    for person in (usual, many)
                ]
                self.assertEqual(*[self.stored(table, record) for record in ids])

    def test_first_version_is_the_current_one(self):
        people = self.load_people(*self.rows(3))

        for person in people:
            with self.subTest(person=person.name):
                self.assertEqual(person.version_ids, person.current_version_id)
                self.assertEqual(person.version_id.employee_id, person)

    def rows(self, count, first=0):
        return [
            {
                "工号": f"M{n:04d}",
                "证件号码": identity_number(n + 1, date(1985, 1, 1)),
                "银行卡号": f"622999000000{n:07d}",
            }
            for n in range(first, first + count)
        ]

    def test_each_more_row_costs_less_than_two_statements(self):
        self.load_people({"工号": "M9999"})  # what the rows name is there now
        few, many = self.rows(10), self.rows(60, first=10)

        spent = [self.statements(rows) for rows in (few, many)]

        # Odoo alone needs some 30 for each person
        self.assertLess(spent[1] - spent[0], 50 * 2)

    def statements(self, rows):
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        self.load_people(*rows)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_one_bad_row_of_many_leaves_nothing(self):
        rows = [ROW | row for row in self.rows(20)]
        rows[17]["机构编码"] = "没有"
        before = self.env["hr.employee"].search_count([])

        with self.assertRaises(Exception) as refused:
            self.import_rows(IMPORTER, *rows)

        self.assertIn("19", str(refused.exception))
        self.assertEqual(self.env["hr.employee"].search_count([]), before)

    def test_officer_without_the_personal_group_imports_numbers(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN")

        person = self.load_people({}, user=officer)

        self.assertEqual(person.sudo().identification_id, ROW["证件号码"])
        self.assertEqual(person.sudo().bank_account_ids.acc_number, ROW["银行卡号"])
