"""The quarter of a county (季评星): stars from the months, money from a budget."""

from collections import defaultdict
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.annual import GRADED, average
from ...rules.stars import Share, star_amounts, star_budget, stars_of
from .gov_settlement_mixin import COUNTED


class GovStarRound(models.Model):
    """All stars of one county and quarter, and the budget that they share (A61)."""

    _name = "gov.star.round"
    _description = "Star Round of a Quarter"
    _inherit = ["gov.settlement.mixin"]
    _order = "date_from desc, county_id"
    _new_fields = frozenset({"county_id", "note", "date_from"})

    date_from = fields.Date(
        string="Quarter",
        required=True,
        default=lambda self: self._default_date_from(),
        help="Any day of the quarter; it is kept as the first one.",
    )
    result_ids = fields.One2many("gov.star.result", "round_id", readonly=True)
    budget = fields.Float(
        string="Star Budget (Yuan)",
        digits=(14, 2),
        readonly=True,
        help="Rate times the heads of each month; in all no more is paid.",
    )
    amount_total = fields.Float(
        string="Star Rewards (Yuan)", digits=(14, 2), compute="_compute_totals"
    )
    result_count = fields.Integer(string="People", compute="_compute_totals")
    five_count = fields.Integer(string="Five Stars", compute="_compute_totals")
    pending_count = fields.Integer(
        string="Waiting for a Case", compute="_compute_totals"
    )

    _quarter_uniq = models.Constraint(
        "UNIQUE(county_id, date_from)",
        "This county already has a star round for the quarter.",
    )

    @api.model
    def _default_date_from(self):
        today = fields.Date.context_today(self)
        return self._quarter_start(fields.Date.subtract(today, months=3))

    @api.model
    def _quarter_start(self, day):
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)

    @api.depends("county_id", "date_from")
    def _compute_display_name(self):
        for batch in self:
            parts = [batch.county_id.name or ""]
            if batch.date_from:
                parts.append(batch._quarter_label())
            batch.display_name = " ".join(parts).strip()

    def _quarter_label(self):
        """`2026-Q3`, as on all papers."""
        return f"{self.date_from.year}-Q{(self.date_from.month + 2) // 3}"

    def _compute_totals(self):
        groups = self.env["gov.star.result"]._read_group(
            [("round_id", "in", self.ids)],
            ["round_id", "stars", "is_pending"],
            ["__count", "amount:sum"],
        )
        for batch in self:
            own = [group[1:] for group in groups if group[0] == batch]
            batch.amount_total = sum(total for *_key, total in own)
            batch.result_count = sum(count for _s, _p, count, _t in own)
            batch.five_count = sum(n for stars, _p, n, _t in own if stars == 5)
            batch.pending_count = sum(n for _s, pending, n, _t in own if pending)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_quarter(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_quarter(vals))

    @api.model
    def _with_quarter(self, vals):
        if not vals.get("date_from"):
            return vals
        day = fields.Date.to_date(vals["date_from"])
        return {**vals, "date_from": self._quarter_start(day)}

    def _result_model(self):
        return "gov.star.result"

    def _period(self):
        self.ensure_one()
        first = Month.of(self.date_from)
        return [first, first.next(), first.next().next()]

    def _appraised(self):
        return self.result_ids.employee_id

    # -- settling --------------------------------------------------------------------

    def _settle(self):
        version = self.version_id
        if not version.star_ids:
            raise UserError(
                self.env._(
                    "%s has no stars. Copy it to a new version and enter the table.",
                    version.name,
                )
            )
        rounds = self._month_rounds()
        rate = Decimal(str(version.star_rate))
        budget = star_budget(rate, rounds.mapped("headcount"))
        self.headcount = max(rounds.mapped("headcount"), default=0)
        self.budget = float(budget)
        self.result_ids.unlink()
        people = self._people_vals()
        shares = [
            Share(person, vals["month_count"], Decimal(str(vals["coefficient"])))
            for person, vals in people.items()
        ]
        amounts = star_amounts(shares, rate, budget)
        self.env["gov.star.result"].with_context(tracking_disable=True).create(
            [
                {
                    **vals,
                    "round_id": self.id,
                    "employee_id": person,
                    "amount": float(amounts[person]),
                }
                for person, vals in people.items()
            ]
        )

    def _people_vals(self):
        """{employee id: values} of everybody with a sheet in the quarter."""
        sheets = self.env["gov.appraisal"].search_fetch(
            [
                ("round_id.county_id", "=", self.county_id.id),
                ("date_from", "in", [month.first for month in self._period()]),
                ("round_id.state", "in", COUNTED),
                # a month that is scored with a later one has no grade
                ("grade", "!=", False),
            ],
            ["employee_id", "grade", "total", "date_from", "staff_no", "person_name"]
            + ["department_id", "window_id"],
            order="date_from",
        )
        own = defaultdict(lambda: self.env["gov.appraisal"])
        for sheet in sheets:
            own[sheet.employee_id.id] |= sheet
        rules = [row._to_rule() for row in self.version_id.star_ids]
        return {person: self._vals(mine, rules) for person, mine in own.items()}

    def _vals(self, sheets, rules):
        """Stars of a person from the sheets of the quarter, the latest last.

        A suspended month keeps the star waiting: it is settled after the case.
        """
        graded = sheets.filtered(lambda sheet: sheet.grade in GRADED)
        mean = average(Decimal(str(sheet.total)) for sheet in graded)
        is_pending = len(graded) < len(sheets)
        rule = stars_of(mean if graded and not is_pending else None, rules)
        last = sheets[-1]
        return {
            "staff_no": last.staff_no,
            "person_name": last.person_name,
            "department_id": last.department_id.id,
            "window_id": last.window_id.id,
            "month_count": len(graded) * self.version_id._score_months(),
            "average": float(mean),
            "is_pending": is_pending,
            "stars": rule.stars if rule else 0,
            "coefficient": float(rule.coefficient) if rule else 0,
        }

    def _settle_one(self, result):
        """Star of a person after the case, paid from what is left of the budget."""
        sheets = self.env["gov.appraisal"].search(
            [
                ("round_id.county_id", "=", self.county_id.id),
                ("date_from", "in", [month.first for month in self._period()]),
                ("employee_id", "=", result.employee_id.id),
                ("grade", "!=", False),
            ],
            order="date_from",
        )
        rules = [row._to_rule() for row in self.version_id.star_ids]
        vals = self._vals(sheets, rules)
        rate = Decimal(str(self.version_id.star_rate))
        others = self.result_ids - result
        paid = sum((Decimal(str(r.amount)) for r in others), Decimal(0))
        left = max(Decimal(str(self.budget)) - paid, Decimal(0))
        share = Share(0, vals["month_count"], Decimal(str(vals["coefficient"])))
        vals["amount"] = float(star_amounts([share], rate, left)[0])
        result.write({**vals, "needs_settling": False})

    def _results_of(self, sheets):
        return self.result_ids.filtered(lambda r: r.employee_id in sheets.employee_id)

    def action_open_results(self):
        """The people of this quarter."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.star.result",
            "view_mode": "list,form,pivot,graph",
            "domain": [("round_id", "=", self.id)],
            "name": self.display_name,
        }
