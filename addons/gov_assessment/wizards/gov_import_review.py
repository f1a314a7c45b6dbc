"""Import of citizen reviews (好差评.xlsx), and the same rows over the interface."""

import re
from datetime import UTC
from zoneinfo import ZoneInfo

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

from ..models.reviews.gov_service_review import TIME_ZONE
from ..rules.citizens import mask_name, mask_phone

_lt = LazyTranslate(__name__)

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
CHANNEL_WORDS = {
    "网站": "1",
    "移动端": "2",
    "评价器": "3",
    "二维码": "3",
    "自助终端": "4",
    "热线": "5",
    "短信": "6",
    "书面": "7",
}
YES_NO = {"是": "yes", "否": "no"}
SEPARATORS = re.compile(r"[、，,;；\s]+")
# columns that come as they are, when the file has them
PLAIN = ("case_number", "verdict", "item_code", "item_name", "comment", "channel")


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
                "is_default", "是否默认评价", "choice", choices=YES_NO, default="no"
            ),
            Column("verdict", "核实结论", "choice", choices=VERDICT_WORDS),
            Column("service_turn", "办理次数", "whole", optional=True),
            Column("item_code", "事项编码", optional=True),
            Column("item_name", "事项名称", optional=True),
            Column("window_number", "窗口编号", optional=True),
            Column(
                "channel", "评价渠道", "choice", choices=CHANNEL_WORDS, optional=True
            ),
            Column("indicators", "评价指标", optional=True),
            Column("comment", "评价意见", optional=True),
            Column("citizen_name", "评价人姓名", optional=True),
            Column("citizen_phone", "评价人手机", "digits", optional=True),
            Column("is_public", "公开", "choice", choices=YES_NO, optional=True),
        ),
    )

    number = fields.Char(string="Review No.")
    case_number = fields.Char(string="Service Case No.")
    staff_no = fields.Char(string="Staff No.")
    rating = fields.Char()
    reviewed_at = fields.Char()
    is_default = fields.Char(string="Default Review")
    verdict = fields.Char()
    service_turn = fields.Char(string="Service No.")
    item_code = fields.Char(string="Service Item Code")
    item_name = fields.Char(string="Service Item")
    window_number = fields.Char(string="Window No.")
    channel = fields.Char(string="Review Channel")
    indicators = fields.Char(string="Review Indicators")
    comment = fields.Char(string="Review Comment")
    citizen_name = fields.Char(string="Citizen's Name")
    citizen_phone = fields.Char(string="Phone of the Citizen")
    is_public = fields.Char(string="Public")

    def _messages(self):
        return super()._messages() | {
            "rated_before": _lt("this service was rated already, by review %(other)s"),
            "other_verdict": _lt(
                "the verdict here is “%(verdict)s”: change it by Check Again"
            ),
        }

    def _check_rows(self, rows):
        problems = self._duplicate_problems(rows, "number")
        employees = self._employees_by_staff_no(rows)
        problems += self._unknown_problems(rows, "staff_no", employees)
        problems += self._case_problems(rows)
        problems += self._verdict_problems(rows)
        problems += self._indicator_problems(rows)
        return problems + self._window_problems(rows, employees)

    def _case_problems(self, rows):
        """A service is rated once (一次一评): in this file, and in what is known."""
        cases = {row.values["case_number"] for row in rows} - {None, ""}
        reviews = self.env["gov.service.review"].search_fetch(
            [("case_number", "in", list(cases))], ["case_number", "service_turn"]
        )
        taken = {(r.case_number, r.service_turn): r.number for r in reviews}
        column, problems = self._sheet.column("case_number"), []
        for row in rows:
            key = (row.values["case_number"], self._turn(row))
            number = row.values["number"]
            if key[0] and taken.setdefault(key, number) != number:
                problems.append(row.problem(column, "rated_before", other=taken[key]))
        return problems

    def _turn(self, row):
        return row.values["service_turn"] or 1

    def _verdict_problems(self, rows):
        """A verdict of before is not overwritten by a file: it has its own way."""
        known = self._known(rows)
        column, problems = self._sheet.column("verdict"), []
        words = {verdict: word for word, verdict in VERDICT_WORDS.items()}
        for row in rows:
            verdict = row.values["verdict"]
            review = known.get(row.values["number"])
            if (
                review
                and review.verifier_id
                and verdict
                not in (
                    None,
                    review.verdict,
                )
            ):
                word = words[review.verdict]
                problems.append(row.problem(column, "other_verdict", verdict=word))
        return problems

    def _indicator_problems(self, rows):
        known = self._indicators()
        column = self._sheet.column("indicators")
        return [
            row.problem(column, "unknown_record")
            for row in rows
            if set(self._words(row)) - set(known)
        ]

    def _window_problems(self, rows, employees):
        windows = self._windows(rows, employees)
        column = self._sheet.column("window_number")
        return [
            row.problem(column, "unknown_record")
            for row in rows
            if row.values["window_number"]
            and row.values["staff_no"] in employees
            and self._window_key(row, employees) not in windows
        ]

    # -- what the rows name ------------------------------------------------------

    def _known(self, rows):
        numbers = [row.values["number"] for row in rows]
        reviews = self.env["gov.service.review"].search([("number", "in", numbers)])
        return {review.number: review for review in reviews}

    def _words(self, row):
        return [
            word for word in SEPARATORS.split(row.values["indicators"] or "") if word
        ]

    def _indicators(self):
        """{name or code: gov.review.indicator}."""
        indicators = self.env["gov.review.indicator"].search([("code", "!=", False)])
        return {i.code: i for i in indicators} | {i.name: i for i in indicators}

    def _window_key(self, row, employees):
        site = employees[row.values["staff_no"]].department_id
        return site.id, row.values["window_number"]

    def _windows(self, rows, employees):
        """{(site id, window number): gov.window} of the numbers in the rows."""
        numbers = {row.values["window_number"] for row in rows} - {None, ""}
        windows = self.env["gov.window"].search([("number", "in", list(numbers))])
        return {(w.department_id.id, w.number): w for w in windows}

    # -- writing -------------------------------------------------------------------

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        context = {
            "employees": employees,
            "indicators": self._indicators(),
            "windows": self._windows(rows, employees),
        }
        # who imports is allowed to: the platform's verdicts come this way
        reviews = self.env["gov.service.review"]._unlocked()
        known, new = self._known(rows), []
        for row in rows:
            vals = self._prepare_review_vals(row, context)
            review = known.get(row.values["number"])
            if review and review.verifier_id:
                vals.pop("verdict", None)  # it was checked here: a blank says nothing
            if not review:
                new.append(vals)
            elif changed := self._changes(review, vals):
                review._unlocked().write(changed)
        created = reviews.create(new)
        return created.union(*known.values()).with_env(self.env)

    def _prepare_review_vals(self, row, context):
        values = row.values
        vals = {
            "number": values["number"],
            "employee_id": context["employees"][values["staff_no"]].id,
            "rating": values["rating"],
            "reviewed_at": self._to_utc(values["reviewed_at"]),
        }
        vals |= {name: values[name] or False for name in PLAIN if row.has(name)}
        if row.has("service_turn"):
            vals["service_turn"] = self._turn(row)
        for name in ("is_default", "is_public"):
            if row.has(name):
                vals[name] = values[name] == "yes"
        if row.has("indicators"):
            ids = [context["indicators"][word].id for word in self._words(row)]
            vals["indicator_ids"] = [(6, 0, sorted(set(ids)))]
        if values["window_number"]:
            key = self._window_key(row, context["employees"])
            vals["window_id"] = context["windows"][key].id
        for name in ("citizen_name", "citizen_phone"):
            if values[name]:
                vals[name] = values[name]
        return vals

    def _to_utc(self, moment):
        """The file gives Chinese time, the database keeps UTC without a zone."""
        local = moment.replace(tzinfo=ZoneInfo(TIME_ZONE))
        return local.astimezone(UTC).replace(tzinfo=None, microsecond=0)

    def _changes(self, review, vals):
        current = review.read(list(vals), load=None)[0]
        shown = vals | {
            "indicator_ids": vals.get("indicator_ids", [(6, 0, [])])[0][2],
            "citizen_name": mask_name(vals.get("citizen_name", "")),
            "citizen_phone": mask_phone(vals.get("citizen_phone", "")),
        }
        current["indicator_ids"] = sorted(current.get("indicator_ids", []))
        return {name: vals[name] for name in vals if current[name] != shown[name]}
