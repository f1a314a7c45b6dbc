"""The history of a profile: what each version changed."""

from odoo import api, fields, models

# facts that change on a day, in the order of 变更档案's form; wages are for HR managers
DATED_FACTS = (
    "department_id",
    "gov_window_id",
    "job_id",
    "gov_position",
    "gov_dispatch_unit_id",
    "gov_employer_id",
    "gov_source",
    "contract_type_id",
    "gov_post_level_id",
    "gov_education_id",
    "gov_political_status",
    "gov_is_dedicated",
    "gov_is_vanguard",
    "gov_is_backbone",
    "gov_is_reserve",
    "trial_date_end",
    "wage",
    "gov_duty",
)


class HrVersion(models.Model):
    """Version that says what is different from the one before."""

    _inherit = "hr.version"

    gov_changes = fields.Text(
        string="What Changed",
        compute="_compute_gov_changes",
        groups="hr.group_hr_manager",
    )

    @api.depends("date_version", "employee_id.version_ids", *DATED_FACTS)
    @api.depends_context("lang")
    def _compute_gov_changes(self):
        for person, versions in self.grouped("employee_id").items():
            history = person.version_ids.sorted("date_version")
            before = dict(zip(history[1:], history, strict=False))
            for version in versions:
                version.gov_changes = version._gov_difference(before.get(version))

    def _gov_difference(self, before, told=DATED_FACTS):
        """Lines “fact: old → new”; the first version begins the file."""
        if not before:
            return self.env._("Beginning of the file")
        now = {n: self._fields[n].convert_to_write(self[n], self) for n in told}
        return "\n".join(before._gov_change_lines(before._gov_changed(now)))

    # -- words ---------------------------------------------------------------

    def _gov_change_lines(self, changed):
        """A line a fact: “Window: 1 → 2”.

        :param changed: {field: new value as for write()}
        """
        return [
            self.env._(
                "%(fact)s: %(old)s → %(new)s",
                fact=self._gov_label(name),
                old=self._gov_word(name, self._gov_facts([name])[name]),
                new=self._gov_word(
                    name, self._fields[name].convert_to_cache(value, self)
                ),
            )
            for name, value in changed.items()
        ]

    def _gov_label(self, name):
        """The word that the profile uses for a fact."""
        words = {
            "department_id": self.env._("Site"),
            "job_id": self.env._("Post"),
            "contract_type_id": self.env._("Staffing Type"),
            "trial_date_end": self.env._("Probation Until"),
            "wage": self.env._("Base Wage"),
        }
        return words.get(name) or self._fields[name]._description_string(self.env)

    def _gov_word(self, name, value):
        """A value (as in the cache) in words of the user's language."""
        field = self._fields[name]
        if field.type == "boolean":
            return self.env._("Yes") if value else self.env._("No")
        if value in (None, False, ""):
            return self.env._("none")
        if field.type == "many2one":
            # context: no site in front of a window
            record = self.env[field.comodel_name].browse(value)
            return record.with_context(gov_show_site=False).display_name
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, value)
        if field.type == "monetary":
            return f"{value:.2f}"
        return str(value)

    def _gov_told_changes(self):
        """What changed, without the wage: for papers that leave the house."""
        self.ensure_one()
        history = self.employee_id.version_ids.sorted("date_version")
        before = history.filtered(lambda v: v.date_version < self.date_version)[-1:]
        return self._gov_difference(
            before, told=[n for n in DATED_FACTS if n != "wage"]
        )
