"""Who may write a movement, and when: drafts only, never the system's fields."""

from odoo import api, models
from odoo.exceptions import AccessError

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

# what only the methods of the flow write
SYSTEM_FIELDS = {
    "name",
    "state",
    "requester_id",
    "origin_id",
    "submit_date",
    "approve_date",
    "apply_date",
    "close_date",
    "remind_date",
    "filing_state",
    "filing_number",
    "filing_date",
    "filing_user_id",
    "filing_note",
    "step_ids",
    "review_ids",
}
SOCIAL = ("message_", "activity_", "website_message_")  # the discussion below the form


class GovStaffMovement(models.Model):
    """Closed documents refuse change from anywhere, RPC included."""

    _inherit = "gov.staff.movement"

    @api.model_create_multi
    def create(self, vals_list):
        """New movements are drafts; a context cannot forge anything else."""
        clean = {
            key: value
            for key, value in self.env.context.items()
            if not (key.startswith("default_") and self._is_system(key[8:]))
        }
        self = self.with_env(self.env(context=clean))
        if not self._is_unlocked():
            self._refuse_system_fields(*vals_list)
        for vals in vals_list:
            if vals.get("name", "/") == "/":
                vals["name"] = self.env["ir.sequence"].next_by_code(self._name)
        movements = super().create(vals_list)
        movements = movements.with_env(self.env)
        movements._link_attachments()
        # the present facts are those of this moment, not of a later flush
        movements.mapped("department_id")
        # whether it stands in the values or in a default of the context
        movements._check_unit({"unit_id": True})
        movements._check_newcomer()
        movements._log("create")
        return movements

    def write(self, vals):
        if self._is_unlocked():
            # approval by tiers has locks of its own; the flow has checked already
            return super(
                GovStaffMovement, self.with_context(skip_validation_check=True)
            ).write(vals)
        own = {key for key in vals if not key.startswith(SOCIAL)}
        if own:
            self._refuse_system_fields(vals)
            self._refuse_closed()
        result = super().write(vals)
        if own:
            self._link_attachments()
            self._check_unit(vals)
            self._check_newcomer()
            # rules are checked before a write only: it may have moved the record
            self.check_access("write")
        return result

    def _check_protection(self):
        """Passed here: the methods of this class say what is written by hand.

        Unlocking the context for the mixin instead would unlock the records inside
        the values too, such as a ground or a legal question of this movement.
        """

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """Replaces the guard of the mixin: own drafts may go, nothing else."""
        for movement in self:
            mine = movement.requester_id == self.env.user or self.env.su
            if movement.state != "draft" or not mine:
                raise DocumentLocked(
                    self.env._(
                        "%(name)s cannot be deleted: only the proposer deletes a draft "
                        "of one's own. Cancel it instead; its steps are kept.",
                        name=movement.display_name,
                    )
                )
            if movement.step_ids.filtered(lambda step: step.action != "create"):
                raise DocumentLocked(
                    self.env._(
                        "%(name)s has been submitted before, so its steps are kept. "
                        "Cancel it instead.",
                        name=movement.display_name,
                    )
                )
        # sudo: nobody deletes steps but with the draft that was never submitted
        self.sudo().step_ids._unprotected().unlink()

    def _is_unlocked(self):
        return self.env.context.get("gov_unlock") is UNLOCK

    def _system(self):
        """The same records, for the flow: it has checked who does what."""
        # sudo: a reviewer or the night job moves the document on without a right to
        # edit it; the user stays the same, so the log names the right person
        return self.sudo()._unprotected()

    @api.model
    def _is_system(self, name):
        field = self._fields.get(name)
        derived = field and field.compute and field.store and field.readonly
        return name in SYSTEM_FIELDS or bool(derived)

    def _refuse_system_fields(self, *vals_list):
        allowed = {"state": "draft", "name": "/"}
        for vals in vals_list:
            for key, value in vals.items():
                if self._is_system(key) and allowed.get(key, ...) != value:
                    raise DocumentLocked(
                        self.env._(
                            "“%(field)s” is written by the system. Use the buttons of "
                            "the form: submit, agree, refuse, cancel.",
                            field=self._fields[key].get_description(
                                self.env, ["string"]
                            )["string"],
                        )
                    )

    def _refuse_closed(self):
        for movement in self:
            if movement.state != "draft":
                raise DocumentLocked(
                    self.env._(
                        "%(name)s has been submitted and cannot be changed. Withdraw "
                        "it while nobody has decided; what is in effect is put right "
                        "by a new movement.",
                        name=movement.display_name,
                    )
                )

    def _check_unit(self, *vals_list):
        """A person's unit is that of the profile, so nobody widens the own care."""
        if not any("unit_id" in vals for vals in vals_list):
            return
        # sudo: compares ids only
        people = self.sudo().employee_id
        versions = people.version_id._gov_as_of(people, self._today())
        for movement in self.filtered("employee_id"):
            facts = versions.get(movement.employee_id.id)
            if facts and movement.unit_id != facts.gov_dispatch_unit_id:
                raise AccessError(
                    self.env._(
                        "The unit of %(name)s is taken from the profile.",
                        name=movement.person_name,
                    )
                )

    def _check_newcomer(self):
        """An entry would show site, post and number of anybody chosen for it."""
        if self.filtered(lambda m: m.kind == "entry" and m.employee_id):
            raise DocumentLocked(
                self.env._("An entry is for somebody who has no profile yet.")
            )

    def _link_attachments(self):
        """Papers belong to the movement, so that who sees one sees the other."""
        for movement in self:
            # sudo: fresh uploads of the same user; papers of other records stay there
            papers = movement.sudo().attachment_ids.filtered(
                lambda a: a.res_model in (False, self._name) and not a.res_id
            )
            papers.write({"res_model": self._name, "res_id": movement.id})
