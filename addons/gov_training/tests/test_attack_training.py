"""Ways into exams, agreements and lists that an attacker tried."""

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import MORNING, TrainingCommon
from .common_exam import ExamBuilders
from .common_mentoring import FIRST, LAST, MentoringBuilders

HOME = "/my/training/exams"
SPEC = {"results_html": {}, "display_name": {}}


@tagged("post_install", "-at_install")
class TestForms(MentoringBuilders, TrainingCommon):
    """A form that is being filled in computes with values of the client."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.held = cls.new_session(
            "done",
            [cls.bob, cls.eve],
            start=MORNING,
            name="SECRET-TRAINING",
        )

    def forms(self, pair, apprentice):
        values = {
            "mentor_id": self.ann.id,
            "apprentice_id": apprentice.id,
            "date_from": str(FIRST),
            "date_to": str(LAST),
        }
        found = pair.onchange(values, ["apprentice_id"], SPEC)
        first = pair.browse().onchange(values, [], SPEC)
        return f"{found} {first}"

    def test_form_that_is_not_saved_tells_no_results_of_strangers(self):
        pair = self.new_pair().with_user(self.site_officer)

        self.assertNotIn("SECRET", self.forms(pair, self.eve))
        self.assertNotIn("SECRET", self.forms(pair.browse(), self.eve))

    def test_saved_agreement_shows_the_results_of_its_apprentice(self):
        pair = self.new_pair().with_user(self.site_officer)

        self.assertIn("SECRET", pair.results_html)

    def test_form_of_a_session_names_nobody_whose_need_is_not_seen(self):
        need = self.env["gov.training.need"].create(
            {
                "employee_id": self.eve.id,
                "topic_id": self.env.ref("gov_training.topic_skills").id,
            }
        )
        values = {
            "need_ids": [(4, need.id)],
            "date_start": "2026-03-06 01:00:00",
            "date_end": "2026-03-06 03:00:00",
        }
        spec = dict.fromkeys(("busy_text", "person_count", *values), {})
        told = []
        for user in (self.site_officer, self.officer):
            wizard = self.env["gov.training.need.session"].with_user(user)
            told.append(wizard.onchange(dict(values), ["need_ids"], spec)["value"])

        self.assertNotIn(self.eve.name, str(told[0]))
        self.assertFalse(told[0].get("person_count"))
        self.assertEqual(told[1]["person_count"], 1)

    def test_agreement_of_strangers_is_not_printed(self):
        pair = self.new_pair(apprentice=self.eve, mentor=self.ann)
        plain = self.new_user("plain_attack", "base.group_user")
        report = self.env["ir.actions.report"].with_user(plain)

        with self.assertRaises(AccessError):
            report._render_qweb_html("gov_training.report_mentorship", pair.ids)


@tagged("post_install", "-at_install")
class TestMoves(ExamBuilders, TrainingCommon):
    """Rules are checked before a write; what a record becomes is checked after."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)

    def test_part_of_a_paper_goes_to_no_foreign_exam(self):
        own = self.new_exam(opened=False, department_id=self.town_a.id)
        foreign = self.new_exam(opened=False, department_id=self.town_b.id)

        with self.assertRaises(AccessError):
            own.part_ids.with_user(self.site_officer).exam_id = foreign

    def test_points_of_a_part_are_worked_out_and_not_written(self):
        exam = self.new_exam(opened=False, department_id=self.town_a.id)
        part = exam.part_ids.with_user(self.site_officer)

        part.write({"total": 1000})
        part.invalidate_recordset()

        self.assertEqual(part.total, part.count * part.points)

    def test_base_stays_in_the_county_of_its_site(self):
        base = self.env["gov.training.base"].create(
            {
                "name": "Base",
                "department_id": self.town_a.id,
                "trains_level": "village",
            }
        )
        other = self.new_site("C2", "county")

        base.with_user(self.site_officer).write(
            {"county_id": other.id, "department_level": "county"}
        )
        base.invalidate_recordset()

        self.assertEqual(base.county_id, self.county)
        self.assertEqual(base.department_level, "town")

    def test_nobody_takes_seats_in_a_session_of_a_foreign_site(self):
        foreign = self.new_session("planned", department_id=self.town_b.id)
        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            lines.create({"session_id": foreign.id, "employee_id": self.ann.id})

    def test_seats_of_own_sites_and_of_the_county_are_taken(self):
        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)
        for site in (self.county, self.town_a, self.village):
            session = self.new_session("planned", department_id=site.id)
            with self.subTest(site=site.name):
                line = lines.create(
                    {"session_id": session.id, "employee_id": self.ann.id}
                )
                self.assertEqual(line.state, "enrolled")
                line.action_withdraw()


@tagged("post_install", "-at_install")
class TestPages(ExamBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)
        cls.login = cls.give_login(cls.ann).login
        cls.exam = cls.new_exam([cls.ann, cls.eve])

    def setUp(self):
        super().setUp()
        self.authenticate(self.login, self.login)

    def test_link_puts_no_words_on_the_page_of_an_exam(self):
        own = self.result_of(self.exam, self.ann)

        page = self.url_open(f"{HOME}/{own.id}?problem=CALL-THIS-NUMBER").text

        self.assertIn(self.exam.name, page)
        self.assertNotIn("CALL-THIS-NUMBER</", page)

    def test_exam_of_somebody_else_is_neither_shown_nor_begun(self):
        other = self.result_of(self.exam, self.eve)

        page = self.url_open(f"{HOME}/{other.id}", allow_redirects=False)

        self.assertEqual(page.status_code, 303)
        self.assertFalse(other.sudo().attempt_ids)

    def test_exam_is_not_begun_by_a_foreign_page(self):
        own = self.result_of(self.exam, self.ann)

        with mute_logger("odoo.http"):
            page = self.url_open(f"{HOME}/{own.id}/start", data={"x": "1"})

        self.assertEqual(page.status_code, 400)
        self.assertFalse(own.sudo().attempt_ids)
