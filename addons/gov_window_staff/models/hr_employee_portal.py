"""The person behind a login, and what self-service (个人自助) needs of the profile."""

from odoo import api, fields, models
from odoo.fields import Command

from ..rules import corrections

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with requests, rule documents and the own bank card."""

    _inherit = "hr.employee"

    gov_rule_line_ids = fields.One2many(
        "gov.rule.acknowledgement",
        "employee_id",
        string="Rule Documents",
        groups=OFFICER,
    )
    gov_rule_pending_count = fields.Integer(
        string="Unsigned Texts",
        compute="_compute_gov_rule_pending_count",
        groups=OFFICER,
    )
    gov_correction_ids = fields.One2many(
        "gov.profile.correction", "employee_id", string="Corrections", groups=OFFICER
    )
    gov_card_masked = fields.Char(
        string="Bank Card", compute="_compute_gov_card_masked", groups=OFFICER
    )

    def _compute_gov_rule_pending_count(self):
        counts = dict(
            self.env["gov.rule.acknowledgement"]._read_group(
                [*self._gov_unsigned_domain(), ("employee_id", "in", self.ids)],
                ["employee_id"],
                ["__count"],
            )
        )
        for person in self:
            person.gov_rule_pending_count = counts.get(person, 0)

    @api.depends("bank_account_ids.acc_number")
    def _compute_gov_card_masked(self):
        for person in self:
            number = person.primary_bank_account_id.acc_number or ""
            person.gov_card_masked = corrections.masked("bank", number)

    @api.model
    def _gov_unsigned_domain(self):
        """Domain of signatures that published texts wait for."""
        return [("state", "=", "pending"), ("document_id.state", "=", "published")]

    @api.model
    def _gov_own(self):
        """The person in service behind the login, read with full rights; may be empty.

        The one door from a portal login to personal data: nothing else than the own
        record comes out of it.
        """
        # sudo: portal users read neither people nor their profile; the domain is the
        # test of ownership
        return self.sudo().search([("user_id", "=", self.env.uid)], limit=1)

    def _gov_replace_bank_card(self, number):
        """Wages go to this card from now on; a share among several cards is kept.

        :param number: 16 to 19 digits
        """
        self.ensure_one()
        if not self.work_contact_id:
            self._create_work_contacts()
        old, card = self.primary_bank_account_id, self._gov_bank_card(number)
        if card == old:
            return
        shares = dict(self.salary_distribution or {})
        new_share = {"amount": 100.0, "amount_is_percentage": True, "sequence": 1}
        shares[str(card.id)] = shares.pop(str(old.id), new_share)
        commands = [Command.link(card.id)]
        if old:
            commands.append(Command.unlink(old.id))
        self.write({"bank_account_ids": commands, "salary_distribution": shares})

    def _gov_bank_card(self, number):
        partner = self.work_contact_id
        cards = self.env["res.partner.bank"].with_context(active_test=False)
        card = cards.search(
            [("partner_id", "=", partner.id), ("sanitized_acc_number", "=", number)],
            limit=1,
        )
        if not card:
            return cards.create({"partner_id": partner.id, "acc_number": number})
        card.active = True
        return card

    def action_open_gov_rule_lines(self):
        """What this person was asked to read or sign."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.rule.acknowledgement",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "name": self.env._("Rules and Undertakings"),
        }

    def action_open_gov_corrections(self):
        """What this person asked to have corrected."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.profile.correction",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "name": self.env._("Profile Corrections"),
        }

    # -- the own profile page ------------------------------------------------------

    def _gov_portal_sections(self):
        """What a person reads about himself: [(title, [(label, text)])].

        Numbers are masked; other areas add sections by super(). Called with full
        rights on the own record.
        """
        self.ensure_one()
        _ = self.env._
        return [
            (_("Post"), self._gov_portal_post()),
            (_("Service"), self._gov_portal_service()),
            (_("Person"), self._gov_portal_person()),
        ]

    def _gov_portal_post(self):
        _ = self.env._
        window = self.gov_window_id.with_context(gov_show_site=False)
        return [
            (_("Site"), self.department_id.name),
            (_("Window"), window.display_name),
            (_("Post"), self.job_id.name),
            (_("Dispatching Unit"), self.gov_dispatch_unit_id.name),
            (_("Staffing Type"), self.contract_type_id.name),
            (_("Skill Level"), self.gov_skill_level_id.name),
        ]

    def _gov_portal_service(self):
        _ = self.env._
        return [
            (_("Entry Date"), self.gov_entry_date),
            (_("At the Window Since"), self.gov_posted_date or self.gov_entry_date),
            (_("Probation Until"), self.trial_date_end),
            (_("Leave Date"), self.gov_leave_date),
        ]

    def _gov_portal_person(self):
        _ = self.env._
        parties = dict(
            self._fields["gov_political_status"]._description_selection(self.env)
        )
        return [
            (_("ID Number"), self.gov_identification_masked),
            (_("Mobile Phone"), self.gov_phone_masked),
            (_("Bank Card"), self.gov_card_masked),
            (_("Education"), self.gov_education_id.name),
            (_("Political Status"), parties.get(self.gov_political_status)),
        ]

    def _gov_portal_notices(self):
        """Countdowns and what is missing: [(level, sentence)], level as in Bootstrap.

        Other areas add theirs by super().
        """
        self.ensure_one()
        notices = []
        today = fields.Date.context_today(self)
        if self.trial_date_end and self.trial_date_end >= today:
            notices.append(
                (
                    "info",
                    self.env._(
                        "Probation until %(day)s: %(left)s days left.",
                        day=self.trial_date_end,
                        left=(self.trial_date_end - today).days,
                    ),
                )
            )
        if self.gov_rule_pending_count:
            notices.append(
                (
                    "warning",
                    self.env._(
                        "%s texts wait for your signature.", self.gov_rule_pending_count
                    ),
                )
            )
        return notices
