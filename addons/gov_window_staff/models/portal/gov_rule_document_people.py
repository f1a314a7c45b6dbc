"""Whom a rule document asks, who has not answered, and the daily work for it."""

from odoo import api, fields, models
from odoo.fields import Domain

OPEN_ENDED = ("rule", "undertaking")  # asked of everybody who enters later, too


class GovRuleDocument(models.Model):
    """Rule document: audience, reminders and the lists behind its figures."""

    _inherit = "gov.rule.document"

    def _audience_records(self):
        """The sites, units or staffing types that the text is for."""
        self.ensure_one()
        return {
            "all": self.browse(),
            "sites": self.site_ids,
            "units": self.unit_ids,
            "types": self.type_ids,
        }[self.audience]

    def _audience_domain(self):
        """Domain of hr.employee: people in service today whom the text is for."""
        today = fields.Date.context_today(self)
        chosen = self._audience_records().ids
        audience = {
            "all": Domain.TRUE,
            "sites": Domain("department_id", "child_of", chosen),
            "units": Domain("gov_dispatch_unit_id", "in", chosen),
            "types": Domain("contract_type_id", "in", chosen),
        }[self.audience]
        entered = Domain("gov_entry_date", "=", False) | Domain(
            "gov_entry_date", "<=", today
        )
        return self.env["hr.employee"]._gov_serving(today) & entered & audience

    def _ask_audience(self):
        """One pending line for each person of the audience who has none yet."""
        lines = self.env["gov.rule.acknowledgement"]
        for document in self:
            people = self.env["hr.employee"].search(document._audience_domain())
            asked = lines.search([("document_id", "=", document.id)]).employee_id
            lines += lines._unprotected().create(
                [
                    {"document_id": document.id, "employee_id": person.id}
                    for person in people - asked
                ]
            )
        return lines

    @api.model
    def _cron_daily(self):
        """Ask people who have entered, and close consultations that are over (X1)."""
        today = fields.Date.context_today(self)
        published = self.search([("state", "=", "published")])
        published.filtered(
            lambda d: d.kind in OPEN_ENDED or not d.deadline or d.deadline >= today
        )._ask_audience()
        over = published.filtered(
            lambda d: d.kind == "consultation" and d.deadline and d.deadline < today
        )
        pending = self.env["gov.rule.acknowledgement"].search(
            [("document_id", "in", over.ids), ("state", "=", "pending")]
        )
        pending._unprotected().write(
            {"state": "no_objection", "answer_date": fields.Datetime.now()}
        )

    # -- buttons -----------------------------------------------------------------

    def action_remind(self):
        """Write to everybody who has not answered; the chatter says to how many."""
        self.ensure_one()
        self.check_access("write")
        pending = self.line_ids.filtered(lambda line: line.state == "pending")
        # sudo: the login behind a person is not a personal value; without it nobody
        # can be written to
        partners = pending.employee_id.sudo().user_id.partner_id
        if partners:
            self.message_notify(
                partner_ids=partners.ids,
                subject=self.env._("Please read and answer: %s", self.name),
                body=self._reminder_body(),
            )
        pending._unprotected().write({"reminder_date": fields.Date.context_today(self)})
        summary = self.env._(
            "Reminded %(told)s people; %(silent)s have no login and are to be told in "
            "person.",
            told=len(partners),
            silent=len(pending) - len(partners),
        )
        self.message_post(body=summary)
        return self._notification(summary, "success" if partners else "warning")

    def _reminder_body(self):
        if self.deadline:
            return self.env._(
                "“%(name)s” waits for your answer until %(day)s. Open My Account › "
                "Rules and Undertakings.",
                name=self.name,
                day=fields.Date.to_string(self.deadline),
            )
        return self.env._(
            "“%(name)s” waits for your answer. Open My Account › Rules and "
            "Undertakings.",
            name=self.name,
        )

    def _notification(self, message, kind):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": kind,
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_open_lines(self):
        """Everybody who was asked."""
        return self._lines_action(self.env._("Signatures"), {})

    def action_open_missing(self):
        """Who has not answered (未签名单), by site."""
        return self._lines_action(
            self.env._("Missing Signatures"),
            {"search_default_pending": 1, "search_default_by_site": 1},
        )

    def _lines_action(self, name, context):
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.rule.acknowledgement",
            "view_mode": "list,form,pivot",
            "domain": [("document_id", "in", self.ids)],
            "context": {**context, "gov_hide_document": len(self) == 1},
            "name": name,
        }

    def action_open_progress(self):
        """Progress site by site."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.rule.progress",
            "view_mode": "list,graph",
            "domain": [("document_id", "in", self.ids)],
            "name": self.env._("Progress by Site"),
        }
