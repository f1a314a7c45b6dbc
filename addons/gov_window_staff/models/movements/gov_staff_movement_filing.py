"""Filing with the county office (备案, S1, S20): a number without gaps, or returned."""

from odoo import fields, models

from ...exceptions import DocumentLocked, MovementNotReady

FILING_STATES = [
    ("none", "Not Filed"),
    ("pending", "To Be Filed"),
    ("filed", "Filed"),
    ("returned", "Returned"),
]


class GovStaffMovement(models.Model):
    """Filing of what has been approved."""

    _inherit = "gov.staff.movement"

    filing_state = fields.Selection(
        FILING_STATES,
        string="Filing",
        default="none",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    filing_number = fields.Char(
        string="Filing No.", readonly=True, copy=False, index="btree_not_null"
    )
    filing_date = fields.Date(string="Filed On", readonly=True, copy=False)
    filing_user_id = fields.Many2one(
        "res.users", string="Filed By", readonly=True, copy=False, ondelete="restrict"
    )
    filing_note = fields.Text(string="Returned Because", readonly=True, copy=False)

    _filing_number_uniq = models.UniqueIndex(
        "(filing_number) WHERE filing_number IS NOT NULL",
        "This filing number is already given.",
    )

    def action_file(self):
        """Give the next number of the county and year; several at once, in order."""
        self._expect_office()
        for movement in self.sorted("id"):
            movement._take()
            movement._expect_filing("pending")
            number = movement._next_filing_number()
            movement._system().write(
                {
                    "filing_state": "filed",
                    "filing_number": number,
                    "filing_date": movement._today(),
                    "filing_user_id": self.env.uid,
                    "filing_note": False,
                }
            )
            movement._log("file", number)
            movement._file_profile()
        return True

    def action_return_filing(self):
        """Open the window for the reason why the papers go back."""
        return self._ask("return_filing")

    def _return_filing(self, comment):
        self._expect_office()
        for movement in self:
            movement._take()
            movement._expect_filing("pending")
            if not (comment or "").strip():
                raise MovementNotReady(self.env._("Say what is missing or wrong."))
            movement._system().write(
                {"filing_state": "returned", "filing_note": comment}
            )
            movement._log("return_filing", comment)
            movement._tell_requester(self.env._("Filing returned: %s", comment))

    def action_file_again(self):
        """Present it again once the papers are complete."""
        for movement in self:
            movement._take()
            movement._expect_mine()
            movement._expect_filing("returned")
            movement._system().write({"filing_state": "pending"})
            movement._log("file_again")
        return True

    def _next_filing_number(self):
        """Form of GB/T 9704-2012: words, year in 〔〕, number without leading zeros."""
        # sudo: site officers' words and the counter are the office's
        county = self.sudo().county_id
        year = self._today().year
        number = self.env["gov.number.counter"]._next(f"filing/{county.id}/{year}")
        prefix = county.gov_filing_prefix or county.gov_code or ""
        return f"{prefix}〔{year}〕{number}号"

    def _file_profile(self):
        """The filing of the entry stands on the profile."""
        if self.kind == "entry" and self.employee_id:
            self._system().employee_id.write(
                {
                    "gov_filing_number": self.filing_number,
                    "gov_filing_date": self.filing_date,
                }
            )

    def _expect_office(self):
        if not (
            self.env.su or self.env.user.has_group("gov_window_staff.group_hr_officer")
        ):
            raise DocumentLocked(self.env._("The county office files movements."))
        self.check_access("read")

    def _expect_filing(self, state):
        labels = dict(self._fields["filing_state"]._description_selection(self.env))
        if self.filing_state != state:
            raise DocumentLocked(
                self.env._(
                    "The filing of %(name)s is “%(state)s”.",
                    name=self.display_name,
                    state=labels[self.filing_state],
                )
            )
