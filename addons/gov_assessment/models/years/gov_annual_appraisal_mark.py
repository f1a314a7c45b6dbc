"""Marks of a person's year, one for each part of the text that has one."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.annual import weighted
from .gov_settlement_mixin import OFFICER


class GovAnnualAppraisal(models.Model):
    """Score of the year by the weights of the text."""

    _inherit = "gov.annual.appraisal"

    marks = fields.Json(help="{id of the part of the year: mark}, as entered.")
    mark_text = fields.Char(string="Marks of the Year", compute="_compute_mark_text")

    @api.depends("marks", "round_id.version_id")
    def _compute_mark_text(self):
        for result in self:
            given = result.marks or {}
            parts = result._mark_parts()
            result.mark_text = "；".join(
                f"{part.name} {given[str(part.id)]:g}"
                for part in parts
                if str(part.id) in given
            )

    def _mark_parts(self):
        """Parts of the year for which a mark is entered."""
        parts = self.round_id.version_id.year_part_ids
        return parts.filtered(lambda part: part.source == "mark")

    def _is_unmarked(self):
        """Whether a mark that the text asks for is missing."""
        self.ensure_one()
        given = self.marks or {}
        return any(str(part.id) not in given for part in self._mark_parts())

    def _weighted_score(self):
        """Score by the parts of the text (Decimal); a missing mark counts 0."""
        self.ensure_one()
        given = self.marks or {}
        return weighted(
            (
                Decimal(
                    str(
                        self.average
                        if part.source == "months"
                        else given.get(str(part.id), 0)
                    )
                ),
                Decimal(str(part.weight)),
            )
            for part in self.round_id.version_id.year_part_ids
        )

    def _mark_part(self, part, mark, reason):
        """Enter the mark of a part of the year, on record.

        :param part: gov.rubric.year.part of the text of the round
        """
        self._check_decision(OFFICER, reason)
        part._check_mark(mark)
        if self.round_id.version_id != part.version_id:
            raise UserError(self.env._("The mark belongs to another text."))
        text = self.env._(
            "%(part)s: %(mark)s (%(reason)s)",
            part=part.name,
            mark=f"{mark:g}",
            reason=reason,
        )
        for given, results in self.grouped(lambda r: repr(r.marks)).items():
            marks = {**(results[0].marks or {}), str(part.id): mark}
            if given != repr(marks):
                results._decide({"marks": marks}, text)
