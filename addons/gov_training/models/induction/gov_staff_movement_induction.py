"""Induction before post start (T5, D36): a movement is warned of, or refused."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.induction import Evidence, lacking

PROOF_FIELDS = {"induction_on", "induction_proof", "induction_user_id"}


class GovStaffMovement(models.Model):
    """Asks for the induction where the county's rules do."""

    _inherit = "gov.staff.movement"

    induction_on = fields.Date(
        string="Induction Passed On",
        readonly=True,
        copy=False,
        help="Proof from outside that the office accepted (岗前培训证明).",
    )
    induction_proof = fields.Char(
        string="Proof of Induction", readonly=True, copy=False
    )
    induction_user_id = fields.Many2one(
        "res.users", string="Proof Accepted By", readonly=True, copy=False
    )
    induction_note = fields.Char(
        string="Induction", compute="_compute_induction_note", compute_sudo=True
    )
    induction_blocks = fields.Boolean(
        compute="_compute_induction_note", compute_sudo=True
    )

    @api.model
    def _is_system(self, name):
        return name in PROOF_FIELDS or super()._is_system(name)

    @api.depends(
        "kind",
        "employee_id",
        "county_id",
        "effective_date",
        "candidate_identification",
        "induction_on",
        "duty_until",
    )
    def _compute_induction_note(self):
        for movement in self:
            missing = movement._induction_lacking()
            movement.induction_note = missing and movement._induction_words(missing)
            movement.induction_blocks = bool(
                missing and movement._induction_blocks() and not movement.duty_until
            )

    # -- what is lacking -------------------------------------------------------------

    def _induction_version(self):
        """The county's rules on the day, when they ask before this movement."""
        day = self.effective_date or self._today()
        counties = self.county_id
        versions = self.env["gov.induction.policy"]._versions_for(counties, day)
        version = versions.get(counties, self.env["gov.induction.policy.version"])
        return version if version._asks_before(self.kind) else version.browse()

    def _induction_lacking(self):
        """Parts of the induction that the person lacks on the effective date."""
        version = self._induction_version()
        if not version or not (self.employee_id or self.kind == "entry"):
            return ()
        person = self._induction_person()
        evidence = person._gov_induction_evidence().get(person.id, Evidence())
        if self.induction_on:
            known = evidence.certified or self.induction_on
            first = min(known, self.induction_on)
            evidence = Evidence(evidence.trained, evidence.examined, first)
        entered = person.gov_posted_date or person.gov_entry_date
        if self.kind == "entry" and self.state != "done":
            entered = self.effective_date
        day = self.effective_date or self._today()
        return lacking(
            version._to_rules(), evidence, entered or None, max(day, self._today())
        )

    def _induction_person(self):
        """hr.employee (sudo): the person, or who had the candidate's number before."""
        # sudo: the number is compared, not shown
        person = self.sudo().employee_id._origin
        number = self.sudo().candidate_identification
        if person or not number:
            return person
        known = person.with_context(active_test=False)
        return known.search([("identification_id", "=", number)], limit=1)

    def _induction_blocks(self):
        return self._induction_version().mode == "block"

    def _induction_words(self, missing):
        words = {
            "training": self.env._("induction training attended"),
            "exam": self.env._("induction exam passed"),
        }
        return self.env._(
            "Not on record before post start: %s",
            "、".join(words[part] for part in missing),
        )

    # -- where it is asked -----------------------------------------------------------

    def _advice(self):
        notes = super()._advice()
        if self.induction_note:
            notes.append(self.induction_note)
        return notes

    def _common_problems(self):
        problems = super()._common_problems()
        missing = self._induction_lacking()
        if missing and self._induction_blocks() and not self.duty_until:
            problems.append(
                self.env._(
                    "%(what)s. Let the person take it, record a proof from outside, or "
                    "have HR allow duty once with a reason and a day.",
                    what=self._induction_words(missing),
                )
            )
        return problems

    def _apply_entry(self):
        result = super()._apply_entry()
        self.employee_id._gov_tick_induction()
        return result

    # -- by the office ---------------------------------------------------------------

    def _allow_duty(self, until, reason):
        """D36: once a person, not once a movement; the day of the movement is known."""
        self.ensure_one()
        if not self.effective_date:
            raise UserError(self.env._("Enter the effective date."))
        person = self._induction_person()
        # sudo: a movement that the user does not see counts all the same
        before = self.sudo().search(
            [
                ("employee_id", "in", person.ids),
                ("duty_until", "!=", False),
                ("id", "!=", self.id),
                ("state", "not in", ("refused", "cancelled")),
            ],
            limit=1,
        )
        if before and self._induction_lacking():
            raise UserError(
                self.env._(
                    "Duty of %(name)s was allowed once, until %(day)s (%(movement)s). "
                    "What is missing has to be made up.",
                    name=self.person_name,
                    day=before.duty_until,
                    movement=before.name,
                )
            )
        return super()._allow_duty(until, reason)

    def action_certify_induction(self):
        """Dialog: a proof of induction from outside."""
        return self._open_dialog(
            "gov.induction.certify", self.env._("Proof of Induction")
        )

    def _certify_induction(self, day, proof):
        """The office accepts a proof; it counts for both parts from that day."""
        self.ensure_one()
        self._expect_office()
        self._take()
        if self.state in ("refused", "cancelled"):
            raise UserError(
                self.env._("%(name)s has ended without effect.", name=self.display_name)
            )
        if day > self._today():
            raise UserError(self.env._("The day of the proof lies in the future."))
        self._system().write(
            {
                "induction_on": day,
                "induction_proof": proof,
                "induction_user_id": self.env.uid,
            }
        )
        self._log(
            "note",
            self.env._("Proof of induction accepted, passed on %s: ", day) + proof,
        )
        # sudo: the checklist follows from what was accepted
        self.sudo().newcomer_line_ids.filtered(
            lambda line: line.item_id.code in ("training", "exam") and not line.is_done
        )._tick_by_fact(day)
