"""A dated version of the duty to train everybody each quarter."""

from decimal import Decimal

from odoo import fields, models

from ...rules.coverage import Duty


class GovTrainingDutyVersion(models.Model):
    """One text: sessions a quarter, share of the people, month of the alert."""

    _name = "gov.training.duty.version"
    _description = "Version of the Training Duty"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "duty_id"
    _rec_names_search = ["duty_id.name"]

    duty_id = fields.Many2one(
        "gov.training.duty", required=True, ondelete="restrict", index=True
    )
    sessions = fields.Integer(
        string="Concentrated Sessions a Quarter",
        default=1,
        required=True,
        help="Finished concentrated sessions that every site needs in each quarter.",
    )
    target_rate = fields.Float(
        string="People to Be Trained (%)",
        digits=(5, 2),
        default=100,
        required=True,
        help="培训全覆盖: share of the people in service who were trained.",
    )
    alert_month = fields.Integer(
        string="Alert from Month of the Quarter",
        default=3,
        required=True,
        help="3: officers are warned of gaps from the last month of the quarter on.",
    )
    grace_days = fields.Integer(
        string="Newcomers Counted After (Days)",
        default=0,
        required=True,
        help="Who entered within so many days before the end of the quarter need not "
        "have been trained yet. 0: everybody in service is counted.",
    )

    _date_from_uniq = models.UniqueIndex(
        "(duty_id, date_from)", "A version with this start date already exists."
    )
    _sessions_positive = models.Constraint(
        "CHECK(sessions BETWEEN 1 AND 90)", "A quarter needs at least one session."
    )
    _target_is_share = models.Constraint(
        "CHECK(target_rate >= 0 AND target_rate <= 100)",
        "The share of the people lies between 0 and 100 per cent.",
    )
    _alert_month_range = models.Constraint(
        "CHECK(alert_month BETWEEN 1 AND 3)", "A quarter has the months 1, 2 and 3."
    )
    _grace_days_range = models.Constraint(
        "CHECK(grace_days BETWEEN 0 AND 92)",
        "Newcomers are left out for 92 days at most, a whole quarter.",
    )

    def _to_rule(self):
        """The duty as a frozen dataclass."""
        self.ensure_one()
        return Duty(
            sessions=self.sessions,
            alert_month=self.alert_month,
            target=Decimal(str(self.target_rate)),
        )
