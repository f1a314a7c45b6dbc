"""Progress of the signatures site by site (签收进度)."""

from odoo import fields, models, tools


class GovRuleProgress(models.Model):
    """A read-only view: one row per document and site of the people who were asked."""

    _name = "gov.rule.progress"
    _description = "Signature Progress by Site"
    _auto = False
    _order = "document_id desc, progress, department_id"
    _rec_name = "department_id"

    document_id = fields.Many2one("gov.rule.document", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    line_count = fields.Integer(string="People", readonly=True)
    pending_count = fields.Integer(string="Not Signed", readonly=True)
    objected_count = fields.Integer(string="Objections", readonly=True)
    progress = fields.Float(
        string="Answered (%)",
        readonly=True,
        aggregator="avg",
        help="Answers of all people of the site who were asked, 0 to 100.",
    )

    def init(self):
        tools.drop_view_if_exists(self.env.cr, self._table)
        self.env.cr.execute(
            """
            CREATE VIEW gov_rule_progress AS
            SELECT MIN(line.id) AS id,
                   line.document_id,
                   version.department_id,
                   COUNT(*) AS line_count,
                   COUNT(*) FILTER (WHERE line.state = 'pending') AS pending_count,
                   COUNT(*) FILTER (WHERE line.state = 'objected') AS objected_count,
                   100.0 * COUNT(*) FILTER (WHERE line.state != 'pending') / COUNT(*)
                       AS progress
              FROM gov_rule_acknowledgement line
              JOIN hr_employee person ON person.id = line.employee_id
              LEFT JOIN hr_version version ON version.id = person.current_version_id
             GROUP BY line.document_id, version.department_id
            """
        )

    def action_open_missing(self):
        """Who of this site has not answered."""
        self.ensure_one()
        action = self.document_id.action_open_missing()
        site = ("employee_id.department_id", "=", self.department_id.id)
        return {**action, "domain": [*action["domain"], site]}
