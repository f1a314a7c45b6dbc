"""The approval form on paper (审批表): its rows by kind, in the words of the screen."""

from odoo import models
from odoo.tools import format_date

FIRST = ("person_name", "staff_no", "unit_id", "effective_date")
PRESENT = ("department_id", "window_id", "job_id")
POST = ("to_department_id", "to_window_id", "to_job_id", "to_is_dedicated")
ROWS = {
    "entry": (
        *("candidate_identification_masked", "candidate_sex", "candidate_birthday"),
        *POST,
        *("to_contract_type_id", "to_source", "to_employer_id", "trial_end"),
    ),
    "regular": (*PRESENT, "trial_result"),
    "transfer": (*PRESENT, *POST, "trial_end"),
    "secondment": (*PRESENT, *POST, "end_date"),
    "head": (*PRESENT, "to_department_id"),
    "return": (*PRESENT, "stay_until", "replacement_needed", "replacement_due"),
    "resign": (*PRESENT, "stay_until", "notice_date", "earliest_date"),
    "retire": PRESENT,
    "dismiss": (*PRESENT, "outcome"),
    "level_up": (*PRESENT, "post_level_id", "to_post_level_id"),
}
# the site stands in its own row
SHORT = {"gov_show_site": False}
WIDE = ("reason_id", "reason", "consent_note", "notice_override")


class GovStaffMovement(models.Model):
    """What the printed form shows."""

    _inherit = "gov.staff.movement"

    def _form_rows(self):
        """Rows of (label, text) pairs: two pairs a row, long texts alone."""
        self.ensure_one()
        names = [*FIRST, *ROWS[self.kind]]
        pairs = [pair for name in names if (pair := self._form_pair(name))]
        if len(pairs) % 2:
            pairs.append(("", ""))
        rows = list(zip(pairs[::2], pairs[1::2], strict=True))
        wide = [pair for name in WIDE if (pair := self._form_pair(name))]
        return [*rows, *[(pair,) for pair in wide], *self._form_more_rows()]

    def _form_more_rows(self):
        """More rows for the form; other areas add theirs."""
        return []

    def _form_pair(self, name):
        """(label, text) of a field, None when there is nothing to show."""
        # sudo: the printer may read the document; names of records behind it are shown
        value, field = self.sudo()[name], self._fields[name]
        if not value:
            return None
        label = self.fields_get([name], ["string"])[name]["string"]
        if field.type == "many2one":
            text = value.with_context(**SHORT).display_name
        elif field.type == "selection":
            text = dict(field._description_selection(self.env))[value]
        elif field.type == "date":
            text = format_date(self.env, value)
        elif field.type == "boolean":
            text = self.env._("Yes")
        else:
            text = value
        return label, text
