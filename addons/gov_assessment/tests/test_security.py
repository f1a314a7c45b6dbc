"""Who may see and do what, role by role and site by site."""

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.tests.common import ADMINISTRATOR, SITE_OFFICER

from .common import AssessmentCommon

POLICY = ("gov.rubric", "gov.rubric.version", "gov.rubric.category", "gov.rubric.item")
POLICY += ("gov.rubric.grade", "gov.training.trigger")
FACTS = ("gov.assessment.event", "gov.service.review", "gov.case")
RESULTS = ("gov.appraisal.round", "gov.appraisal", "gov.appraisal.line")
IMPORTS = ("gov.import.event", "gov.import.review", "gov.import.case")
ALL = POLICY + FACTS + RESULTS + IMPORTS


@tagged("post_install", "-at_install")
class TestModelRights(AssessmentCommon):
    def rights(self, user, model):
        """Letters of the operations that the access lists allow: rwcd."""
        letters = {"read": "r", "write": "w", "create": "c", "unlink": "d"}
        records = self.env[model].with_user(user)
        return "".join(s for name, s in letters.items() if records.has_access(name))

    def assert_rights(self, user, expected):
        """`expected` = {rights: models}; every other model: none."""
        table = {model: text for text, models in expected.items() for model in models}
        found = {model: self.rights(user, model) for model in ALL}
        self.assertEqual(found, {model: table.get(model, "") for model in ALL})

    def test_officer_keeps_everything(self):
        self.assert_rights(self.officer, {"rwcd": ALL})

    def test_administrator_keeps_everything(self):
        self.assert_rights(self.new_user("administrator", ADMINISTRATOR), {"rwcd": ALL})

    def test_leader_reads_and_moves_the_month_on(self):
        self.assert_rights(
            self.leader,
            {
                "r": POLICY + FACTS + ("gov.appraisal", "gov.appraisal.line"),
                "rw": ["gov.appraisal.round"],
            },
        )

    def test_site_officer_drafts_records_and_reads_the_rest_but_no_cases(self):
        self.assert_rights(
            self.site_officer,
            {"r": POLICY + RESULTS + FACTS[1:2], "rwcd": FACTS[:1]},
        )

    def test_plain_user_reads_the_policy_only(self):
        self.assert_rights(self.plain_user, {"r": POLICY})

    def test_portal_user_reads_no_model(self):
        self.assert_rights(self.portal_user, {})


@tagged("post_install", "-at_install")
class TestRecordRules(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        sites = cls.county + cls.town + cls.village + cls.town_b
        cls.people = cls.env["hr.employee"]
        for site in sites:
            cls.people += cls.new_person(site=site)
        for person in cls.people:
            cls.new_event(person)
            cls.new_review(person)
        cls.batch = cls.new_round("graded")

    def seen(self, model, user):
        """Sites whose records the user finds."""
        records = self.env[model].with_user(user).search([])
        field = "appraisal_id" if model == "gov.appraisal.line" else None
        if field:
            records = records[field]
        return records.sudo().department_id

    def test_site_officer_sees_the_own_site_and_below(self):
        for model in (*FACTS[:2], "gov.appraisal", "gov.appraisal.line"):
            with self.subTest(model=model):
                found = self.seen(model, self.site_officer)
                self.assertEqual(found, self.town + self.village)

    def test_officer_of_a_village_does_not_see_the_town_above(self):
        user = self.new_user("village", SITE_OFFICER, sites=self.village)

        self.assertEqual(self.seen("gov.appraisal", user), self.village)

    def test_officer_of_two_sites_sees_both(self):
        user = self.new_user("two", SITE_OFFICER, sites=self.village + self.town_b)

        self.assertEqual(self.seen("gov.appraisal", user), self.village + self.town_b)

    def test_site_officer_without_sites_sees_nothing(self):
        user = self.new_user("none", SITE_OFFICER)

        for model in (*FACTS[:2], "gov.appraisal", "gov.appraisal.line"):
            with self.subTest(model=model):
                self.assertFalse(self.seen(model, user))

    def test_officer_and_leader_see_the_whole_county(self):
        for user in (self.officer, self.leader):
            for model in (*FACTS[:2], "gov.appraisal", "gov.appraisal.line"):
                with self.subTest(user=user.login, model=model):
                    self.assertEqual(len(self.seen(model, user)), 4)

    def test_foreign_records_are_not_read_by_id_either(self):
        foreign = self.appraisal(self.batch, self.people[3])

        with self.assertRaises(AccessError):
            foreign.with_user(self.site_officer).read(["total"])

    def test_counts_of_a_site_officer_are_those_of_the_own_sites(self):
        own = self.batch.with_user(self.site_officer)

        self.assertEqual(own.good_count + own.fair_count, 2)

    def test_site_officer_reads_the_sheet_of_an_own_person(self):
        own = self.appraisal(self.batch, self.people[1])

        form = Form(own.with_user(self.site_officer))

        self.assertEqual(form.total, 93)

    def test_case_behind_a_suspension_is_not_shown_to_site_officers(self):
        self.new_case(self.people[1])
        self.advance(self.batch, "graded")
        own = self.appraisal(self.batch, self.people[1]).with_user(self.site_officer)

        self.assertEqual(own.grade, "suspended")
        self.assertNotIn("case_id", own.fields_get())
        with self.assertRaises(AccessError):
            own.read(["case_id"])

    def test_case_behind_a_suspension_is_shown_to_officers_and_leaders(self):
        case = self.new_case(self.people[1])
        self.advance(self.batch, "graded")
        result = self.appraisal(self.batch, self.people[1])

        for user in (self.officer, self.leader):
            with self.subTest(user=user.login):
                self.assertEqual(result.with_user(user).case_id, case)

    def test_hr_people_without_a_role_here_do_not_meet_the_months(self):
        # else the employee form would fail for them: they cannot read appraisals
        hr_user = self.new_user("hr", "hr.group_hr_user")

        fields = self.people[0].with_user(hr_user).fields_get()

        self.assertNotIn("gov_appraisal_ids", fields)
        self.assertNotIn("gov_appraisal_count", fields)

    def test_employee_counts_its_months(self):
        person = self.people[0].with_user(self.officer)

        self.assertEqual(person.gov_appraisal_count, 1)
        action = person.action_open_gov_appraisals()
        found = self.env["gov.appraisal"].search(action["domain"])
        self.assertEqual(found, self.appraisal(self.batch, self.people[0]))
