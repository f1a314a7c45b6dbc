"""Import of citizen reviews (好差评.xlsx)."""

from datetime import UTC
from zoneinfo import ZoneInfo

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

from ..models.reviews.gov_service_review import TIME_ZONE

RATING_WORDS = {
    "非常满意": "5",
    "满意": "4",
    "基本满意": "3",
    "不满意": "2",
    "非常不满意": "1",
}
VERDICT_WORDS = {
    "属实": "true",
    "误评": "mistaken",
    "恶意": "malicious",
    "无法联系": "unreachable",
}


class GovImportReview(models.TransientModel):
    """One row is a review, found by its number."""

    _name = "gov.import.review"
    _description = "Import Citizen Reviews"
    _inherit = ["gov.import.mixin"]

    _target = "gov.service.review"
    _sheet = Sheet(
        "好差评.xlsx",
        (
            Column("number", "评价编号", required=True),
            Column("case_number", "办件编号"),
            Column("staff_no", "工号", required=True),
            Column("rating", "评价等级", "choice", required=True, choices=RATING_WORDS),
            Column("reviewed_at", "评价时间", "moment", required=True),
            Column(
                "is_default",
                "是否默认评价",
                "choice",
                choices={"是": "yes", "否": "no"},
                default="no",
            ),
            Column("verdict", "核实结论", "choice", choices=VERDICT_WORDS),
        ),
    )

    number = fields.Char(string="Review No.")
    case_number = fields.Char(string="Service Case No.")
    staff_no = fields.Char(string="Staff No.")
    rating = fields.Char()
    reviewed_at = fields.Char()
    is_default = fields.Char(string="Default Review")
    verdict = fields.Char()

    def _check_rows(self, rows):
        problems = self._duplicate_problems(rows, "number")
        return problems + self._unknown_problems(
            rows, "staff_no", self._employees_by_staff_no(rows)
        )

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        numbers = [row.values["number"] for row in rows]
        reviews = self.env["gov.service.review"]
        known = {r.number: r for r in reviews.search([("number", "in", numbers)])}
        new = []
        for row in rows:
            vals = self._prepare_review_vals(row, employees)
            review = known.get(row.values["number"])
            if not review:
                new.append(vals)
            elif changed := self._changes(review, vals):
                review.write(changed)
        return reviews.create(new).union(*known.values())

    def _prepare_review_vals(self, row, employees):
        return {
            "number": row.values["number"],
            "case_number": row.values["case_number"] or False,
            "employee_id": employees[row.values["staff_no"]].id,
            "rating": row.values["rating"],
            "reviewed_at": self._to_utc(row.values["reviewed_at"]),
            "is_default": row.values["is_default"] == "yes",
            "verdict": row.values["verdict"] or False,
        }

    def _to_utc(self, moment):
        """The file gives Chinese time, the database keeps UTC without a zone."""
        local = moment.replace(tzinfo=ZoneInfo(TIME_ZONE))
        return local.astimezone(UTC).replace(tzinfo=None, microsecond=0)

    def _changes(self, review, vals):
        current = review.read(list(vals), load=None)[0]
        return {name: value for name, value in vals.items() if current[name] != value}
