"""Entry of a newcomer: from the applicant, and vetted (S3, S21, S22)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

HR_OFFICER = "gov_window_staff.group_hr_officer"
VETTING_STATES = [
    ("none", "Not Vetted"),
    ("asked", "Under Way"),
    ("accept", "Accepted"),
    ("reject", "Not Accepted"),
]


class GovStaffMovement(models.Model):
    """What an entry needs before it is submitted, and what it does when in effect."""

    _inherit = "gov.staff.movement"

    applicant_id = fields.Many2one(
        "hr.applicant",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups=HR_OFFICER,
        help="The recruitment from which this entry comes.",
    )
    vetting_ids = fields.One2many(
        "gov.staff.vetting",
        "movement_id",
        string="Vetting Forms",
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )
    vetting_state = fields.Selection(
        VETTING_STATES,
        string="Vetting",
        compute="_compute_vetting_state",
        search="_search_vetting_state",
        compute_sudo=True,
    )
    needs_vetting = fields.Boolean(compute="_compute_needs_vetting")
    _applicant_uniq = models.UniqueIndex(
        "(applicant_id) WHERE applicant_id IS NOT NULL "
        "AND state IN ('draft', 'submitted', 'approved', 'done')",
        "This applicant already has an entry.",
    )

    @api.model
    def _is_system(self, name):
        return name == "applicant_id" or super()._is_system(name)

    # -- vetting -----------------------------------------------------------------

    @api.depends("kind")
    def _compute_needs_vetting(self):
        for movement in self:
            movement.needs_vetting = movement.kind_id.needs_vetting

    @api.depends("vetting_ids.state", "vetting_ids.conclusion")
    def _compute_vetting_state(self):
        for movement in self:
            vetting = movement.vetting_ids[:1]
            if not vetting:
                movement.vetting_state = "none"
            elif vetting.state == "draft":
                movement.vetting_state = "asked"
            else:
                movement.vetting_state = vetting.conclusion

    @api.model
    def _search_vetting_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        domains = {
            "none": Domain("vetting_ids", "=", False),
            "asked": Domain("vetting_ids.state", "=", "draft"),
            "accept": Domain("vetting_ids.conclusion", "=", "accept")
            & Domain("vetting_ids.state", "=", "done"),
            "reject": Domain("vetting_ids.conclusion", "=", "reject")
            & Domain("vetting_ids.state", "=", "done"),
        }
        # sudo: the conclusion may be known to whoever sees the movement
        found = self.sudo()._search(
            Domain.OR(domains[v] for v in value if v in domains)
        )
        return Domain("id", "in", found)

    def action_request_vetting(self):
        """Ask the county office to vet the person; the office begins at once."""
        self.ensure_one()
        self._expect("draft")
        self._expect_mine()
        if self.vetting_state != "none":
            raise UserError(
                self.env._("%(name)s is being vetted.", name=self.display_name)
            )
        is_office = self.env.user.has_group(HR_OFFICER)
        # sudo: who proposes somebody may ask for the vetting, not write in it
        vetting = (
            self.env["gov.staff.vetting"]
            .sudo()
            .create(
                {
                    "movement_id": self.id,
                    "vetter_ids": [self.env.uid] if is_office else [],
                    "date": self._today() if is_office else False,
                }
            )
        )
        if is_office:
            return self.action_open_vetting()
        # sudo: whom to remind, whatever the proposer may see of the users
        self._remind(
            self.sudo().reviewer_officer_ids,
            self.env._("Vet %(name)s", name=vetting.person_name),
        )
        return True

    def action_open_vetting(self):
        """The vetting form."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.vetting",
            "res_id": self.vetting_ids[:1].id,
            "view_mode": "form",
            "name": self.env._("Vetting"),
        }

    def _vetted(self, conclusion, reason):
        """The vetting is concluded: go on, or refuse and tell the unit (S22).

        :param conclusion: `accept` or `reject`
        :param reason: words for the unit
        """
        self.ensure_one()
        if conclusion == "accept":
            self._tell_requester(self.env._("Vetting: accepted."))
            return
        words = self.env._("Not accepted after the vetting: %s", reason)
        self._move("refused", "refuse", words)
        # sudo: whom to notify, whatever the vetter may see of the users
        self._system().message_post(
            body=words,
            partner_ids=(
                self.sudo().reviewer_unit_ids | self.requester_id
            ).partner_id.ids,
            subtype_xmlid="mail.mt_comment",
        )

    def _common_problems(self):
        problems = super()._common_problems()
        if self.kind_id.needs_vetting and self.vetting_state != "accept":
            problems.append(
                self.env._("The person has not been vetted: ask for the vetting first.")
            )
        return problems

    def _entry_problems(self):
        problems = super()._entry_problems()
        # sudo: whoever submits, the applicant's steps are checked
        applicant = self.sudo().applicant_id
        if applicant and not applicant.gov_is_through:
            problems.append(
                self.env._("The applicant has not passed all recruitment steps.")
            )
        return problems

    def _open_all(self, title):
        """Action that shows these movements, one as a form."""
        action = {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "view_mode": "list,form",
            "domain": [("id", "in", self.ids)],
            "name": title,
        }
        if len(self) == 1:
            action |= {"view_mode": "form", "res_id": self.id}
        return action

    def _open_dialog(self, model, title):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_movement_id": self.id},
            "name": title,
        }

    # -- taking effect -----------------------------------------------------------

    def _apply_entry(self):
        """The applicant is hired with the entry, and leaves the recruitment board."""
        result = super()._apply_entry()
        applicant = self.applicant_id
        if applicant:
            applicant.write(
                {
                    "employee_id": self.employee_id.id,
                    "date_closed": fields.Datetime.now(),
                }
            )
            job = applicant.job_id
            job.no_of_recruitment = max(job.no_of_recruitment - 1, 0)
        return result
