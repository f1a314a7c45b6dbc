"""A nominee of a campaign: person or window, merits, votes, mark, certificate."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from .gov_honour_campaign_flow import OFFICER
from .gov_honour_kind import PARTY

COUNTED = ("confirmed", "locked")
HONOUR = "HONOUR"  # code of gov.staff.record.kind


class GovHonourNomination(models.Model):
    """Officers nominate while nominations are open; results are worked out."""

    _name = "gov.honour.nomination"
    _description = "Honour Nomination"
    _inherit = ["gov.protected.mixin"]
    _order = "campaign_id desc, is_winner desc, mark desc, id"
    _given = frozenset({"campaign_id", "employee_id", "window_id", "reason"})

    campaign_id = fields.Many2one(
        "gov.honour.campaign", required=True, ondelete="cascade", index=True
    )
    state = fields.Selection(related="campaign_id.state", string="State of Campaign")
    target = fields.Selection(related="campaign_id.target")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index=True, ondelete="restrict"
    )
    window_id = fields.Many2one("gov.window", index=True, ondelete="restrict")
    name = fields.Char(string="Nominee", compute="_compute_name", store=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_name",
        store=True,
        index=True,
    )
    reason = fields.Text(string="Merits", required=True)
    bar_text = fields.Text(string="May Not Be Honoured", readonly=True)
    average = fields.Float(string="Average of the Months", digits=(12, 2))
    vote_count = fields.Integer(string="Votes Received")
    mark = fields.Float(digits=(12, 2), aggregator=None)
    is_chosen = fields.Boolean(string="Chosen among Equals")
    is_tied = fields.Boolean(string="Tie at the Last Place")
    is_winner = fields.Boolean(string="Winner", index=True)
    number = fields.Char(string="Honour Certificate No.", readonly=True)
    awarded_on = fields.Date(related="campaign_id.awarded_on", store=True, index=True)

    _target_check = models.Constraint(
        "CHECK((employee_id IS NULL) <> (window_id IS NULL))",
        "Nominate either a person or a window.",
    )
    _person_uniq = models.UniqueIndex(
        "(campaign_id, employee_id) WHERE employee_id IS NOT NULL",
        "This person is already nominated.",
    )
    _window_uniq = models.UniqueIndex(
        "(campaign_id, window_id) WHERE window_id IS NOT NULL",
        "This window is already nominated.",
    )

    @api.depends("employee_id", "window_id")
    def _compute_name(self):
        for one in self:
            # sudo: names on the honour board are public among staff
            person, window = one.employee_id.sudo(), one.window_id.sudo()
            one.name = person.name or window.name
            one.department_id = person.department_id or window.department_id

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [
            {name: vals[name] for name in self._given & set(vals)} for vals in vals_list
        ]
        plain = {k: v for k, v in self.env.context.items() if k in ("lang", "tz")}
        campaign = self.env.context.get("default_campaign_id")
        for vals in vals_list:
            vals.setdefault("campaign_id", campaign)
        clean = self.with_context(plain)  # pylint: disable=context-overridden
        ones = super(GovHonourNomination, clean._unprotected()).create(vals_list)
        ones._check_open()
        ones._check_eligibility()
        return ones.with_env(self.env)

    def write(self, vals):
        if not set(vals) <= self._given:
            return super().write(vals)
        self._check_open()
        result = super(GovHonourNomination, self._unprotected()).write(vals)
        self._check_open()
        self._check_eligibility()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """Replaces the guard of the mixin: a nomination may be taken back."""
        self._check_open()

    def _check_open(self):
        self.check_access("write")
        for one in self:
            if one.campaign_id.state != "nominating":
                raise UserError(
                    self.env._(
                        "%s takes no nominations now.", one.campaign_id.display_name
                    )
                )
            wanted = "employee_id" if one.target == "person" else "window_id"
            if not one[wanted]:
                raise ValidationError(
                    self.env._("This honour is for another kind of nominee.")
                )
            if one.department_id.gov_county_id != one.campaign_id.county_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s does not belong to %(county)s.",
                        name=one.name,
                        county=one.campaign_id.county_id.name,
                    )
                )

    # -- eligibility and figures -----------------------------------------------------

    def _months(self):
        """Sheets of the period behind this nominee (with the system's rights)."""
        self.ensure_one()
        whose = ("employee_id", "=", self.employee_id.id)
        if self.window_id:
            whose = ("window_id", "=", self.window_id.id)
        # sudo: averages come from months that not everybody may read
        return (
            self.env["gov.appraisal"]
            .sudo()
            .search(
                [
                    whose,
                    ("date_from", ">=", self.campaign_id.date_from.replace(day=1)),
                    ("date_from", "<=", self.campaign_id.date_to),
                    ("round_id.state", "in", COUNTED),
                ]
            )
        )

    def _check_eligibility(self):
        """Write down what keeps a nominee from being honoured (A37, A70, A89)."""
        for one in self._unprotected():
            # sudo: bars come from months, stars and profiles that the nominator may not
            # read; only the sentences are kept
            one.bar_text = "\n".join(one.sudo()._bars()) or False

    def _bars(self):
        kind, months = self.campaign_id.kind_id, self._months()
        people = self.employee_id or months.employee_id
        first, last = self.campaign_id.date_from, self.campaign_id.date_to
        bars = [
            text
            for year in range(first.year, last.year + 1)
            for own in people._gov_year_bars(year).values()
            for text in own
        ]
        good = len(months.filtered(lambda m: m.grade == "good"))
        if kind.no_poor and months.filtered(lambda m: m.grade == "poor"):
            bars.append(self.env._("A month of the period is poor."))
        if months.filtered(lambda m: m.grade == "suspended"):
            bars.append(self.env._("A month of the period is suspended."))
        if self.employee_id and good < kind.min_good:
            text = self.env._("Good months: %(good)s of %(need)s.")
            bars.append(text % {"good": good, "need": kind.min_good})
        return bars + self._person_bars(kind)

    def _person_bars(self, kind):
        person = self.employee_id
        if not person:
            return []
        bars = []
        if kind.needs_party and person.gov_political_status not in PARTY:
            bars.append(self.env._("Not a member of the CPC."))
        if person.gov_leave_date and person.gov_leave_date <= self.campaign_id.date_to:
            bars.append(self.env._("Has left."))
        if kind.min_stars:
            stars = self.env["gov.star.result"].search(
                [
                    ("employee_id", "=", person.id),
                    ("round_id.state", "in", COUNTED),
                    ("date_from", ">=", self.campaign_id.date_from),
                    ("date_from", "<=", self.campaign_id.date_to),
                ]
            )
            if not stars or min(stars.mapped("stars")) < kind.min_stars:
                text = self.env._("Fewer than %s stars in a quarter.")
                bars.append(text % kind.min_stars)
        return bars

    def _measure(self):
        """Averages of the period and votes."""
        # sudo: votes are secret, only their number is shown
        votes = dict(
            self.env["gov.honour.vote"]
            .sudo()
            ._read_group(
                [("nomination_id", "in", self.ids)], ["nomination_id"], ["__count"]
            )
        )
        for one in self._unprotected():
            graded = one._months().filtered(lambda m: m.grade != "suspended")
            totals = graded.mapped("total")
            mean = sum(totals) / len(totals) if totals else 0
            one.write({"average": round(mean, 2), "vote_count": votes.get(one, 0)})

    def action_choose(self):
        """HR takes this nominee among equals at the last place."""
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(self.env._("Only HR chooses among equals."))
        # a candidate chooses neither himself nor among his rivals
        self.campaign_id.nomination_ids.employee_id._gov_refuse_own()
        for one in self._unprotected():
            if one.state != "counted" or not one.is_tied:
                raise UserError(
                    self.env._("%s is not equal to others at the last place.", one.name)
                )
            one.is_chosen = True
            one.campaign_id.message_post(
                body=self.env._("%s was chosen among equals.", one.name)
            )
            one.campaign_id._unprotected()._rank()

    def action_print_certificates(self):
        """Certificates (PDF) of those who were awarded."""
        awarded = self.filtered(lambda one: one.is_winner and one.state == "awarded")
        if not awarded:
            raise UserError(self.env._("Certificates are printed after the award."))
        report = self.env.ref("gov_assessment.action_report_honour_certificate")
        return report.report_action(awarded)

    # -- award -------------------------------------------------------------------------

    def _award(self):
        """Certificate number without gaps, and a staff record of each person."""
        counter = self.env["gov.number.counter"]
        for one in self.sorted("id"):
            year = one.campaign_id.date_to.year
            code = one.campaign_id.kind_id.code
            last = counter._next(f"honour/{one.campaign_id.county_id.id}/{code}/{year}")
            one._unprotected().number = f"{code}{year}-{last:03d}"
        # sudo: the record follows from the award, whoever awards
        kind = self.env["gov.staff.record.kind"].sudo().search([("code", "=", HONOUR)])
        if kind:
            self.env["gov.staff.record"].sudo().create(
                [
                    {
                        "employee_id": one.employee_id.id,
                        "kind_id": kind.id,
                        "date": one.awarded_on,
                        "summary": one.campaign_id.name,
                        "note": f"{one.number}\n{one.reason}",
                        "properties": {
                            "level": "county",
                            "issuer": one.campaign_id.county_id.name,
                        },
                    }
                    for one in self.filtered("employee_id")
                ]
            )
