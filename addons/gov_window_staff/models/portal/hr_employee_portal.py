"""The person behind a login, and what self-service (个人自助) needs of the profile."""

from odoo import api, fields, models
from odoo.fields import Domain

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with requests and rule documents."""

    _inherit = "hr.employee"

    gov_rule_line_ids = fields.One2many(
        "gov.rule.acknowledgement",
        "employee_id",
        string="Rule Documents",
        groups=OFFICER,
    )
    gov_rule_pending_count = fields.Integer(
        string="Documents to Sign",
        compute="_compute_gov_rule_pending_count",
        groups=OFFICER,
    )
    gov_correction_ids = fields.One2many(
        "gov.profile.correction", "employee_id", string="Corrections", groups=OFFICER
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

    # -- what is missing -------------------------------------------------------------

    @api.depends("gov_rule_line_ids.state")
    def _compute_gov_missing(self):
        return super()._compute_gov_missing()

    def _gov_missing(self):
        """S15: an undertaking that waits for the person's signature."""
        missing = super()._gov_missing()
        # sudo: that a signature is missing is no personal data
        lines = self.env["gov.rule.acknowledgement"].sudo()
        unsigned = lines.search(
            [
                *self._gov_unsigned_domain(),
                ("document_id.kind", "=", "undertaking"),
                ("employee_id", "in", self.ids),
            ]
        )
        for person in unsigned.employee_id.filtered(lambda p: p._gov_is_served()):
            text = self.env._("Undertaking")
            missing.setdefault(person.id, []).append(("undertaking", text))
        return missing

    @api.model
    def _gov_incomplete_domain(self):
        undertakings = [
            *self._gov_unsigned_domain(),
            ("document_id.kind", "=", "undertaking"),
        ]
        unsigned = Domain("gov_rule_line_ids", "any", undertakings)
        serving = self._gov_serving(fields.Date.context_today(self))
        return super()._gov_incomplete_domain() | (serving & unsigned)

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
        return [
            (self.env._("Post"), self._gov_portal_post()),
            (self.env._("Service"), self._gov_portal_service()),
            (self.env._("Person"), self._gov_portal_person()),
        ]

    def _gov_portal_post(self):
        window = self.gov_window_id.with_context(gov_show_site=False)
        return [
            (self.env._("Site"), self.department_id.name),
            (self.env._("Window"), window.display_name),
            (self.env._("Post"), self.job_id.name),
            (self.env._("Dispatching Unit"), self.gov_dispatch_unit_id.name),
            (self.env._("Staffing Type"), self.contract_type_id.name),
            (self.env._("Skill Level"), self.gov_skill_level_id.name),
        ]

    def _gov_portal_service(self):
        return [
            (self.env._("Entry Date"), self.gov_entry_date),
            (
                self.env._("At the Window Since"),
                self.gov_posted_date or self.gov_entry_date,
            ),
            (self.env._("Probation Until"), self.trial_date_end),
            (self.env._("Leave Date"), self.gov_leave_date),
        ]

    def _gov_portal_person(self):
        parties = dict(
            self._fields["gov_political_status"]._description_selection(self.env)
        )
        return [
            (self.env._("ID Number"), self.gov_identification_masked),
            (self.env._("Mobile Phone"), self.gov_phone_masked),
            (self.env._("Bank Card"), self.gov_card_masked),
            (self.env._("Education"), self.gov_education_id.name),
            (self.env._("Political Status"), parties.get(self.gov_political_status)),
        ]

    def _gov_portal_notices(self):
        """Countdowns and what is missing: [(level, sentence)], level as in Bootstrap.

        Other areas add theirs by super().
        """
        self.ensure_one()
        notices = []
        if days := self.gov_probation_days:
            text = self.env._(
                "Probation until %(day)s: %(left)s days left.",
                day=self.trial_date_end,
                left=days,
            )
            notices.append(("info", text))
        if days := self.gov_stay_days:
            text = self.env._(
                "Minimum stay at the window until %(day)s: %(left)s days left.",
                day=self.gov_stay_until,
                left=days,
            )
            notices.append(("info", text))
        notices += self._gov_deadline_notice()
        if self.gov_missing:
            words = "、".join(entry["text"] for entry in self.gov_missing)
            notices.append(
                ("warning", self.env._("Your profile still lacks: %s", words))
            )
        if count := self.gov_rule_pending_count:
            text = self.env._("%s documents wait for your signature.", count)
            notices.append(("warning", text))
        return notices

    def _gov_deadline_notice(self):
        """Days left to the certificate that is due within two years (五级)."""
        day, left = self.gov_level5_deadline, self.gov_level5_days_left
        if self.gov_level5_state == "overdue":
            text = self.env._("The certificate was due on %s.", day)
            return [("danger", text)]
        if self.gov_level5_state in ("none", "met"):
            return []
        level = "info" if self.gov_level5_state == "ok" else "warning"
        text = self.env._(
            "A certificate is due by %(day)s: %(left)s days left.", day=day, left=left
        )
        return [(level, text)]
