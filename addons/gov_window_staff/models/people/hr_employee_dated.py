"""Dated facts (人员档案,按日期): the one way to change them from a day on."""

from markupsafe import Markup

from odoo import models

from ...exceptions import BeforeFile

# Odoo itself keeps these equal in all versions of a contract
CONTRACT_DATES = frozenset({"contract_date_start", "contract_date_end"})
# what makes a version that version
IDENTITY = frozenset({"employee_id", "date_version", "company_id", "active"})


class HrEmployee(models.Model):
    """Employee whose facts change on a day."""

    _inherit = "hr.employee"

    def _gov_write_dated(self, day, vals):
        """Write facts that hold from a day on; the days before it stay as they were.

        The version of that day is written, or made from the one valid then. Later
        versions that only carried the old value along take the new one; from the first
        that changed the fact itself, nothing is touched (rules/dated.py). Nothing is
        made for a person whose facts are those already. Movements, the roster import
        and the officer's wizard all come here.

        :param day: date from which the values hold, today's or any other
        :param vals: {field of hr.version: value as for write()}
        :return: hr.version valid on the day, one a person, in the order of `self`
        :raises BeforeFile: when the day lies before a person's first version
        """
        self._check_gov_dated_fields(vals)
        versions = self.env["hr.version"]
        for person in self:
            versions += person._gov_write_dated_one(day, vals)
        return versions

    def _check_gov_dated_fields(self, vals):
        known = self.env["hr.version"]._fields
        wrong = [f for f in vals if f not in known or f in IDENTITY]
        if wrong:
            raise ValueError(f"not dated facts of a person: {wrong}")

    def _gov_write_dated_one(self, day, vals):
        history = self.version_ids.sorted("date_version")
        valid = history.filtered(lambda v: v.date_version <= day)[-1:]
        if not valid:
            raise BeforeFile(
                self.env._(
                    "The file of %(name)s begins on %(first)s; %(day)s is before it. "
                    "Choose a later day, or correct the entry date first.",
                    name=self.name,
                    first=history[:1].date_version,
                    day=day,
                )
            )
        changed = valid._gov_changed(vals)
        if not changed:
            return valid
        later = history.filtered(lambda v: v.date_version > day)
        takers = valid._gov_takers(later, changed)
        if valid.date_version == day:
            valid.write(changed)
        else:
            valid = self._gov_new_version(day, changed)
        for version in later:
            if names := takers.get(version.date_version):
                version.write({name: changed[name] for name in names})
        return valid

    def _gov_new_version(self, day, vals):
        """A version from a day on; Odoo copies all other facts from the one before."""
        contract = {k: v for k, v in vals.items() if k in CONTRACT_DATES}
        facts = {k: v for k, v in vals.items() if k not in CONTRACT_DATES}
        version = self.create_version({**facts, "date_version": day})
        if contract:
            version.write(contract)
        return version

    def _gov_log_change(self, day, lines, reason=None):
        """A note: from which day on what is different, and why.

        :param lines: list of str as of hr.version._gov_change_lines
        """
        self.ensure_one()
        head = self.env._("Profile changed from %s on", day)
        items = Markup().join(Markup("<li>%s</li>") % line for line in lines)
        why = Markup("<p>%s</p>") % reason if reason else Markup()
        self._message_log(body=Markup("<p>%s</p><ul>%s</ul>%s") % (head, items, why))

    def action_gov_change(self):
        """Change facts from a day on."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.profile.change",
            "view_mode": "form",
            "target": "new",
            "context": {"default_employee_id": self.id},
            "name": self.env._("Change the Profile by Date"),
        }
