"""The printed score sheet of a person (考核评分表, A91): every item of the text."""

import re

from odoo import fields, models

# 4.4a and 4.4b are one line of the printed form
LETTER = re.compile(r"(?<=\d)[a-z]$")
SHEET_REPORT = "gov_assessment.report_score_sheet"


class GovAppraisal(models.Model):
    """What the form of the score sheet prints."""

    _inherit = "gov.appraisal"

    def action_print_sheet(self):
        """The PDF of the form."""
        return self.env.ref(SHEET_REPORT).report_action(self)

    def _sheet_categories(self):
        """Categories in the order of the text, each with the lines of the form.

        :return: list of {"name", "score", "rows": [{"number", "text", "points"}]};
            `points` is the change with its sign, empty where nothing happened
        """
        self.ensure_one()
        changes = {}
        for line in self.line_ids:
            changes.setdefault(line.item_id.id, []).append(line)
        result = []
        text = self.round_id.version_id
        scores = self.category_scores or {}
        level = self._sheet_level()
        for category in text.category_ids._of_level(level):
            rows = {}
            items = text.item_ids.filtered(lambda i, c=category: i.category_id == c)
            happened = items.filtered(lambda i: i.id in changes)
            for item in items & (items._of_level(level) | happened):
                number = LETTER.sub("", item.code)
                row = rows.setdefault(
                    number, {"number": number, "texts": [], "lines": []}
                )
                row["texts"].append(item.text or item.name)
                row["lines"] += changes.get(item.id, [])
            result.append(
                {
                    "name": self._sheet_category_name(category),
                    "score": scores.get(
                        category.code, 0 if category.is_bonus else category.full_mark
                    ),
                    "rows": [self._sheet_row(row) for row in rows.values()],
                }
            )
        return result

    def _sheet_level(self):
        """The post level whose lines of the text the form shows (A74)."""
        text = self.round_id.version_id
        if not (text.category_ids.level_ids or text.item_ids.level_ids):
            return self.env["gov.skill.level"]
        # sudo: the person and the site officer do not read the versions
        versions = self.env["hr.version"].sudo()
        as_of = versions._gov_as_of(self.sudo().employee_id, self.round_id.date_to)
        return as_of.get(self.employee_id.id, versions).gov_post_level_id

    def _sheet_category_name(self, category):
        if category.is_bonus:
            return category.name
        return self.env._(
            "%(name)s (%(mark)s points)",
            name=category.name,
            mark=f"{category.full_mark:g}",
        )

    def _sheet_row(self, row):
        """A printed line: its texts once each, and the sum of what happened."""
        texts = list(dict.fromkeys(row["texts"]))
        total = sum(
            line.points_total if line.is_bonus else -line.points_total
            for line in row["lines"]
        )
        days = [
            f"{line.date.month}.{line.date.day}"
            for line in sorted(row["lines"], key=lambda line: (line.date, line.id))
        ]
        points = f"{total:+g}" if row["lines"] else ""
        return {
            "number": row["number"],
            "text": "；".join(text.rstrip("。；;") for text in texts),
            "points": points,
            "days": "、".join(days),
        }

    def _sheet_answer(self):
        """How the person answered, in words for the form."""
        self.ensure_one()
        labels = dict(self._fields["confirm_state"]._description_selection(self.env))
        words = labels.get(self.confirm_state, "")
        if self.answered_on:
            day = fields.Datetime.context_timestamp(self, self.answered_on).date()
            words = f"{words} {day}"
        return words

    def _sheet_grade(self):
        """The grade by the name of the text."""
        self.ensure_one()
        labels = dict(self._fields["grade"]._description_selection(self.env))
        return self.grade_id.name or labels.get(self.grade, "")
