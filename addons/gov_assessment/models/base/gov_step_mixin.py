"""One step of a document on its way: who may take it, and from which state."""

from odoo import models
from odoo.exceptions import AccessError, UserError


class GovStepMixin(models.AbstractModel):
    """Every button of a document with a `state` begins with `_begin`."""

    _name = "gov.step.mixin"
    _description = "Document Moved by Steps"
    _inherit = ["gov.protected.mixin"]

    def write(self, vals):
        result = super().write(vals)
        if "county_id" in vals:
            # record rules are asked before the write: ask again for the new county
            self.check_access("write")
        return result

    def _begin(self, groups, states):
        """Check the right, lock the rows, check the state; records to work on.

        :param groups: external id of a group, or several of which one is enough; None:
            whoever may write the record
        :param states: states in which the step is possible
        """
        self._check_group(groups)
        self.check_access("write")
        records = self._unprotected()
        records._take()
        labels = dict(self._fields["state"]._description_selection(self.env))
        for record in records:
            if record.state not in states:
                raise UserError(
                    self.env._(
                        "%(name)s is in state “%(state)s”; this step needs: "
                        "%(states)s. Reload the page and look at it.",
                        name=record.display_name,
                        state=labels[record.state],
                        states=" / ".join(labels[s] for s in states),
                    )
                )
        return records

    def _check_group(self, groups):
        """Refuse whoever is in none of the groups (external ids), by their names."""
        groups = (groups,) if isinstance(groups, str) else groups or ()
        if groups and not (self.env.su or any(map(self.env.user.has_group, groups))):
            # sudo: whoever is refused, a portal login too, reads the group's name
            names = [self.env.ref(group).sudo().display_name for group in groups]
            raise AccessError(self.env._("Only “%s” may do this.", "” / “".join(names)))
