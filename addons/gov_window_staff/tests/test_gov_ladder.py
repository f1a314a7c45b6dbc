"""职业技能标准: the shipped edition, its rows, what may be changed when."""

from datetime import date

import psycopg2

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked
from .common import MODULE, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestShippedStandard(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.edition = cls.env.ref(f"{MODULE}.ladder_window_2020")

    def test_it_says_that_its_figures_are_to_be_checked(self):
        self.assertTrue(self.edition.is_provisional)
        self.assertIn("待核实", self.edition.note)
        self.assertFalse(self.edition.checked_on)

    def test_it_is_in_force_and_names_the_registry(self):
        self.assertEqual(self.edition.state, "in_force")
        self.assertEqual(self.edition.registry_url, "http://zscx.osta.org.cn")

    def test_five_levels_with_two_subjects_of_100_passed_with_60(self):
        self.assertEqual(self.edition.level_ids.mapped("rank"), [1, 2, 3, 4, 5])
        for row in self.edition.level_ids:
            marks = [(s.full_mark, s.pass_mark) for s in row.subject_ids]
            with self.subTest(level=row.rank):
                self.assertEqual(marks, [(100, 60), (100, 60)])

    def test_review_is_asked_of_technicians_only(self):
        reviewed = self.edition.level_ids.filtered("needs_review")

        self.assertEqual(reviewed.mapped("rank"), [4, 5])

    def test_conditions_are_those_usual_in_standards_of_that_time(self):
        found = {
            level.rank: [
                (c.years, c.prior_rank, c.prior_years, c.education_rank, bool(c.text))
                for c in level.conditions
            ]
            for level in self.edition._to_rules()
        }

        self.assertEqual(
            found,
            {
                1: [(1, None, 0, None, False), (0, None, 0, None, True)],
                2: [
                    (0, 1, 4, None, False),
                    (6, None, 0, None, False),
                    (0, None, 0, 30, True),
                ],
                3: [(0, 2, 5, None, False), (0, 2, 2, 40, True)],
                4: [(0, 3, 4, None, False), (0, 3, 3, None, True)],
                5: [(0, 4, 4, None, False)],
            },
        )

    def test_rows_of_an_edition_in_force_stay(self):
        row = self.edition.level_ids[0]
        for record in (row, row.subject_ids[0], row.condition_ids[0]):
            with self.subTest(model=record._name):
                self.assertRaises(DocumentLocked, record.write, {"create_uid": 1})
                self.assertRaises(DocumentLocked, record.unlink)

    def test_copy_takes_levels_subjects_and_conditions_along(self):
        action = self.edition.action_copy_version()

        copied = self.env["gov.ladder.version"].browse(action["res_id"])

        self.assertEqual(copied.state, "draft")
        self.assertEqual(
            [len(level.conditions) for level in copied._to_rules()],
            [2, 3, 2, 2, 1],
        )
        self.assertEqual(len(copied.level_ids.subject_ids), 10)
        self.assertFalse(copied.level_ids & self.edition.level_ids)

    def test_level_and_subject_of_a_copy_can_be_changed(self):
        action = self.edition.action_copy_version()
        copied = self.env["gov.ladder.version"].browse(action["res_id"])

        copied.level_ids[2].available = False
        copied.level_ids[0].subject_ids[0].name = "综合理论"

        self.assertFalse(copied._to_rules()[2].available)


@tagged("post_install", "-at_install")
class TestCertificateUpgrade(WindowStaffCommon):
    def test_an_upgrade_keeps_what_the_office_has_corrected(self):
        models = (
            "gov.ladder",
            "gov.ladder.version",
            "gov.ladder.level",
            "gov.ladder.subject",
            "gov.ladder.condition",
            "gov.certificate.duty",
            "gov.certificate.duty.version",
        )
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "in", models)]
        )

        self.assertEqual(set(data.mapped("model")), set(models))
        self.assertTrue(all(data.mapped("noupdate")))


@tagged("post_install", "-at_install")
class TestEdition(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["gov.ladder"].search([]).write({"active": False})
        cls.ladder = cls.env["gov.ladder"].create({"name": "标准", "code": "T"})

    def new_edition(self, day, levels=1):
        rows = [(0, 0, {"level_id": self.level(rank + 1).id}) for rank in range(levels)]
        return self.env["gov.ladder.version"].create(
            {
                "ladder_id": self.ladder.id,
                "edition": f"{day.year}年版",
                "date_from": day,
                "level_ids": rows,
            }
        )

    def test_edition_counts_from_its_first_day(self):
        old, new = (
            self.new_edition(date(2020, 1, 1)),
            self.new_edition(date(2026, 1, 1)),
        )
        (old + new).action_put_in_force()
        current = self.env["gov.ladder.version"]._current

        self.assertFalse(current(date(2019, 12, 31)))
        self.assertEqual(current(date(2025, 12, 31)), old)
        self.assertEqual(current(date(2026, 1, 1)), new)

    def test_draft_counts_for_nothing(self):
        self.new_edition(date(2020, 1, 1))

        self.assertFalse(self.env["gov.ladder.version"]._current(date(2026, 1, 1)))

    def test_edition_without_levels_is_not_put_in_force(self):
        with self.assertRaisesRegex(UserError, "no levels"):
            self.new_edition(date(2020, 1, 1), levels=0).action_put_in_force()

    def test_certificate_belongs_to_the_edition_of_its_day_of_issue(self):
        edition = self.new_edition(date(2020, 1, 1))
        edition.action_put_in_force()
        person = self.new_person()

        papers = [
            self.new_certificate(person, issued=day)
            for day in (date(2019, 12, 31), date(2020, 1, 1))
        ]

        self.assertEqual([p.ladder_version_id for p in papers], [edition[:0], edition])

    @mute_logger("odoo.sql_db")
    def test_level_stands_once_in_an_edition(self):
        edition = self.new_edition(date(2020, 1, 1))

        with self.assertRaises(psycopg2.IntegrityError):
            edition.write({"level_ids": [(0, 0, {"level_id": self.level(1).id})]})

    @mute_logger("odoo.sql_db")
    def test_condition_must_ask_for_something(self):
        row = self.new_edition(date(2020, 1, 1)).level_ids

        with self.assertRaises(psycopg2.IntegrityError):
            row.write({"condition_ids": [(0, 0, {"article": "1.9"})]})

    @mute_logger("odoo.sql_db")
    def test_pass_mark_lies_below_the_full_mark(self):
        row = self.new_edition(date(2020, 1, 1)).level_ids

        with self.assertRaises(psycopg2.IntegrityError):
            row.write({"subject_ids": [(0, 0, {"name": "理论", "pass_mark": 101})]})
