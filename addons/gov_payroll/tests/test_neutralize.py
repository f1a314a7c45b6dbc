"""Copies for training: nothing personal is left, and everything still works."""

from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.rules import identity
from odoo.addons.gov_window_staff.rules.month import Month

from .common_neutral import ADDONS, MARK, NeutralCommon, kept_patterns, like

NOVEMBER = Month(2026, 11)
# models of figures and rules that point to a person: they have no words about it
PEOPLE_NAMED_IN_RULES = {"hr.job", "hr.payslip.line"}


@tagged("post_install", "-at_install")
class TestNeutralize(NeutralCommon):
    """One county, marked, neutralised once and looked at from all sides."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.before = cls.figures()
        cls.explained = cls.explanations()
        cls.marked_before = cls.marked_rows(cls)
        cls.mark_columns()
        # left by a module that was removed, and made on the screen
        cls.env.cr.execute("ALTER TABLE hr_employee ADD COLUMN left_over varchar")
        cls.env["ir.model.fields"].create(
            {
                "name": "x_nickname",
                "model_id": cls.env["ir.model"]._get_id("gov.appraisal"),
                "ttype": "char",
                "field_description": "Nickname",
            }
        )
        cls.env.cr.execute(
            "UPDATE hr_employee SET left_over = %(mark)s;"
            "UPDATE gov_appraisal SET x_nickname = %(mark)s",
            {"mark": MARK},
        )
        cls.neutralise()

    @classmethod
    def figures(cls):
        """What the month and the run came to."""
        sheets = cls.env["gov.appraisal"].search(
            [("employee_id", "in", cls.people.ids)]
        )
        return (
            sheets.mapped(
                lambda s: (s.employee_id.id, s.total, s.grade, s.reward_amount)
            ),
            cls.run_.slip_ids.line_ids.mapped(lambda x: (x.id, x.code, x.total)),
        )

    @classmethod
    def explanations(cls):
        """Why each line is paid; the number of a certificate is not to be the same."""
        texts = cls.run_.slip_ids.line_ids.mapped("gov_explanation")
        return [text.replace(f"{MARK}-001", "（已脱敏）") for text in texts]

    def test_the_county_was_full_of_marks(self):
        """Otherwise the search below would prove nothing."""
        expected = {
            "gov_appraisal", "gov_bank_payment", "gov_service_review", "hr_applicant",
            "hr_employee", "hr_payslip", "hr_version", "ir_attachment", "ir_logging",
            "mail_message", "mail_mail", "queue_job", "res_partner", "res_partner_bank",
            "res_users", "resource_resource",
        }  # fmt: skip

        self.assertLessEqual(expected, set(self.marked_before))

    def test_no_column_of_any_table_has_a_mark(self):
        self.assertEqual(self.marked_rows(), {})

    def test_no_file_has_a_mark(self):
        self.assertEqual(self.marked_files(), [])

    def test_what_nobody_thought_of_is_replaced(self):
        """A column without a field, and a field that no script can know."""
        self.env.cr.execute("SELECT DISTINCT left_over FROM hr_employee")
        self.assertEqual(self.env.cr.fetchall(), [(None,)])
        self.env.cr.execute("SELECT DISTINCT x_nickname FROM gov_appraisal")
        self.assertEqual(self.env.cr.fetchall(), [("（已脱敏）",)])

    def test_every_id_number_is_valid_unique_and_nobodys(self):
        people = self.env["hr.employee"].search([("identification_id", "!=", False)])
        numbers = people.mapped(lambda person: person.identification_id)

        self.assertGreaterEqual(len(numbers), 3)
        self.assertEqual(len(set(numbers)), len(numbers))
        for person in people:
            number = person.identification_id
            self.assertIsNone(identity.identity_problem(number))
            self.assertEqual(number[:2], "99")
            self.assertEqual(identity.birthday_of(number), person.birthday)
            self.assertEqual(identity.sex_of(number), person.sex)

    def test_month_of_birth_and_sex_stay(self):
        self.assertEqual(
            self.people.mapped(lambda p: (p.birthday.strftime("%Y-%m"), p.sex)),
            [("1990-01", "male"), ("1990-01", "female"), ("1990-01", "male")],
        )

    def test_cards_pass_the_check_and_phones_are_phones(self):
        cards = self.people.sudo().bank_account_ids.mapped("acc_number")

        self.assertEqual(len(set(cards)), 3)
        self.assertTrue(all(map(identity.passes_luhn, cards)))
        for person in self.people:
            self.assertTrue(identity.is_mobile_phone(person.private_phone))

    def test_a_person_has_one_name_everywhere(self):
        """On the profile, the sheet, the slip, in the bank file, as a contact."""
        for person in self.people:
            sheet = self.env["gov.appraisal"].search([("employee_id", "=", person.id)])
            slip = self.slip(self.run_, person)
            payment = self.pack.payment_ids.filtered(
                lambda p, slip=slip: p.slip_id == slip
            )

            names = [person.name, person.resource_id.name, person.work_contact_id.name]
            names += [sheet.person_name, slip.gov_person_name, payment.person_name]
            numbers = {sheet.staff_no, slip.gov_staff_no, payment.staff_no}
            self.assertEqual(set(names), {person.name})
            self.assertEqual(numbers, {person.gov_staff_no})
            self.assertEqual(payment.card, person.sudo().bank_account_ids.acc_number)

    def test_logins_say_the_role_and_nobody_has_a_password(self):
        users = self.officer | self.leader | self.finance | self.zhang.user_id

        logins = [login.rsplit("_", 1)[0] for login in users.mapped("login")]
        self.assertEqual(logins, ["hr_officer", "leader", "finance", "staff"])
        self.env.cr.execute(
            "SELECT count(*) FROM res_users WHERE password <> '' OR totp_secret <> ''"
        )
        self.assertEqual(self.env.cr.fetchone(), (0,))

    # -- it still works ------------------------------------------------------------

    def test_results_and_explanations_of_locked_papers_are_what_they_were(self):
        self.assertEqual(self.figures(), self.before)
        self.assertEqual(self.explanations(), self.explained)

    def test_the_officer_opens_the_roster(self):
        people = self.env["hr.employee"].with_user(self.officer)
        found = people.web_search_read(
            [("department_id", "=", self.town.id)],
            {"name": {}, "gov_staff_no": {}, "department_id": {}},
        )

        self.assertEqual(found["length"], 3)
        Form(people.browse(self.zhang.id))

    def test_the_next_month_settles_and_is_paid_and_exported(self):
        self.lock_month(NOVEMBER)
        run = self.new_run(NOVEMBER)
        run.action_gov_compute()
        self.lock(run)

        self.assertEqual(len(run.slip_ids), 3)
        self.assertEqual(len(self.export(run).payment_ids), 3)

    def test_a_banner_says_that_it_is_a_copy(self):
        self.assertTrue(self.env.ref("web.neutralize_banner").active)

    # -- the lists -------------------------------------------------------------------

    def test_every_entry_of_the_lists_names_a_field(self):
        """A list that names what is gone hides what it leaves out."""
        names = {name for _table, _column, name in self.columns()}
        self.env.cr.execute("SELECT model || '/' || name FROM ir_model_fields")
        names |= {name for [name] in self.env.cr.fetchall()}
        stale = [
            (addon, entry)
            for addon in ADDONS
            for entry in kept_patterns(addon)
            if not any(map(like(entry).fullmatch, names))
        ]

        self.assertEqual(stale, [])

    def test_no_model_about_a_person_is_kept_whole(self):
        """Its fields are named one by one, so a new one is replaced until named."""
        whole = [
            like(entry.split("/")[0])
            for addon in ADDONS
            for entry in kept_patterns(addon)
            if entry.endswith("/%") or "/" not in entry
        ]
        self.env.cr.execute(
            """
            SELECT DISTINCT f.model FROM ir_model_fields f
              JOIN ir_model m ON m.id = f.model_id
               AND NOT m.transient AND NOT m.abstract
             WHERE f.store AND f.relation = 'hr.employee' AND f.ttype = 'many2one'
            """
        )
        about_people = {model for [model] in self.env.cr.fetchall()}
        kept = {m for m in about_people if any(p.fullmatch(m) for p in whole)}

        self.assertEqual(kept, PEOPLE_NAMED_IN_RULES)
