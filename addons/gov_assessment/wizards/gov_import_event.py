"""Import of assessment records (考核记录.xlsx)."""

from collections import Counter
from decimal import Decimal

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

SOURCE_WORDS = {
    "现场巡查": "patrol",
    "视频监控": "video",
    "投诉": "complaint",
    "明查暗访": "covert",
    "媒体曝光": "media",
    "考勤": "attendance",
    "表彰": "commendation",
    "其他": "other",
}


STATE_WORDS = {"已确认": "confirmed", "线索": "draft"}


class GovImportEvent(models.TransientModel):
    """The county's ledger: one row is a record, the same rows again add nothing.

    The ledger holds what the county has confirmed on paper. A row marked 线索 is a
    lead only, and waits as a draft; so does whatever a machine reports.
    """

    _name = "gov.import.event"
    _description = "Import Assessment Records"
    _inherit = ["gov.import.mixin", "gov.import.item.mixin"]

    _target = "gov.assessment.event"
    _sheet = Sheet(
        "考核记录.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("date", "日期", "date", required=True),
            Column("item_code", "条款", required=True),
            Column("quantity", "数量", "number", default=Decimal(1)),
            Column("points", "分值", "number"),
            Column("source", "来源", "choice", choices=SOURCE_WORDS, default="other"),
            Column("reason", "事由"),
            Column(
                "state",
                "状态",
                "choice",
                choices=STATE_WORDS,
                default="confirmed",
                optional=True,
            ),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    date = fields.Char()
    item_code = fields.Char(string="Item")
    quantity = fields.Char()
    points = fields.Char(string="Points a Unit")
    source = fields.Char()
    reason = fields.Char(string="Facts")
    state = fields.Char(string="Record Status")

    def _check_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", employees)
        known = [row for row in rows if row.values["staff_no"] in employees]
        items = self._items_by_row(known, employees)
        for row in rows:
            problems += self._quantity_problems(row)
            if row.values["staff_no"] in employees:
                problems += self._points_problems(row, items[row.number])
        return problems

    def _quantity_problems(self, row):
        if row.values["quantity"] > 0:
            return []
        return [row.problem(self._sheet.column("quantity"), "not_positive")]

    def _points_problems(self, row, item):
        """The item must exist, and the points must be those that it takes."""
        column, points = self._sheet.column("points"), row.values["points"]
        if not item:
            return [row.problem(self._sheet.column("item_code"), "unknown_item")]
        if points is None:
            if item.kind == "fixed":
                return []
            return [row.problem(column, "points_wanted", range=item._range_text())]
        if item._takes(points):
            return []
        return [row.problem(column, "points_range", range=item._range_text())]

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        items = self._items_by_row(rows, employees)
        vals_list = [
            self._prepare_event_vals(row, employees, items[row.number]) for row in rows
        ]
        # the officer who imports the ledger stands for its confirmed rows
        events = self.env["gov.assessment.event"]._step()
        return events.create(self._not_yet_there(vals_list)).with_env(self.env)

    def _prepare_event_vals(self, row, employees, item):
        points = row.values["points"]
        return {
            "employee_id": employees[row.values["staff_no"]].id,
            "date": row.values["date"],
            "item_id": item.id,
            "quantity": float(row.values["quantity"]),
            "points": item._lowest() if points is None else float(points),
            "source": row.values["source"],
            "reason": row.values["reason"] or False,
            "state": row.values["state"],
            "confirmed_by_id": row.values["state"] == "confirmed" and self.env.uid,
            "is_imported": True,
        }

    def _not_yet_there(self, vals_list):
        """Rows beyond those that an earlier import of the same file has made."""
        names = ["employee_id", "date", "item_id", "quantity", "points"]
        names += ["source", "reason"]
        earlier = self.env["gov.assessment.event"].search_read(
            [
                ("is_imported", "=", True),
                ("state", "!=", "withdrawn"),
                ("employee_id", "in", [vals["employee_id"] for vals in vals_list]),
            ],
            names,
            load=None,
        )
        there = Counter(tuple(event[name] for name in names) for event in earlier)
        new = []
        for vals in vals_list:
            key = tuple(vals[name] for name in names)
            if there[key]:
                there[key] -= 1
            else:
                new.append(vals)
        return new
