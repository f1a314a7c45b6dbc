"""The pay run of a county and month (工资发放): check, compute, approve, lock."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.rules.month import Month

from ...exceptions import NotReady
from ..slips import run_computation

OFFICER = "gov_window_staff.group_hr_officer"
FINANCE = "gov_payroll.group_finance"
LEADER = "gov_window_staff.group_leader"
PREPARERS = f"{OFFICER},{LEADER}"  # finance does not see what profiles lack
SHOWN_GAPS = 20


class HrPayslipRun(models.Model):
    """Pay run; with a county it follows the window-staff steps, else OCA's."""

    _name = "hr.payslip.run"
    _inherit = ["hr.payslip.run", "gov.pay.lock.mixin"]
    _draft_fields = frozenset({"name", "gov_county_id", "date_start", "date_end"})

    state = fields.Selection(
        selection_add=[
            ("computing", "Computing"),
            ("computed", "Computed"),
            ("submitted", "In Approval"),
            ("approved", "Approved"),
            ("locked", "Locked"),
        ],
        ondelete={
            "computing": "set default",
            "computed": "set default",
            "submitted": "set default",
            "approved": "set default",
            "locked": "set default",
        },
    )
    gov_county_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        ondelete="restrict",
        index=True,
        copy=False,
    )
    gov_period = fields.Char(
        string="Period", compute="_compute_gov_period", store=True, index=True
    )
    gov_table_version_id = fields.Many2one(
        "gov.allowance.table.version",
        string="Allowance Table",
        readonly=True,
        ondelete="restrict",
        copy=False,
    )
    gov_preparer_id = fields.Many2one(
        "res.users",
        string="Prepared By",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    gov_computed_on = fields.Datetime(string="Computed On", readonly=True, copy=False)
    gov_checked_on = fields.Datetime(string="Checked On", readonly=True, copy=False)
    gov_gap_ids = fields.One2many(
        "gov.payslip.gap", "run_id", string="Gaps", readonly=True, groups=PREPARERS
    )

    _gov_month_uniq = models.UniqueIndex(
        "(gov_county_id, date_start) WHERE gov_county_id IS NOT NULL",
        "This county already has a pay run for the month.",
    )

    def _gov_runs(self):
        return self

    # -- fields ------------------------------------------------------------------------

    @api.depends("date_start")
    def _compute_gov_period(self):
        for run in self:
            run.gov_period = run.date_start and str(Month.of(run.date_start))

    # -- records -----------------------------------------------------------------------

    @api.model
    def default_get(self, fields):
        """In our windows a new run is for last month, and for the only county."""
        values = super().default_get(fields)
        if self.env.context.get("gov_pay_run"):
            counties = self.env["hr.department"].search(
                [("gov_level", "=", "county")], limit=2
            )
            values["date_start"] = self._last_month().replace(day=1)
            values["gov_county_id"] = counties.id if len(counties) == 1 else False
        return values

    @api.model_create_multi
    def create(self, vals_list):
        runs = self.browse()
        # no default_... key of a caller may put a state or an approver into a new run
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        for vals in vals_list:
            if vals.get("gov_county_id"):
                # a new run is only a county and a month: an officer's right, no result
                model, vals = clean._unprotected(), self._prepare_gov_vals(vals)
            else:
                model = self
            runs |= super(HrPayslipRun, model).create([vals]).with_env(self.env)
        return runs

    @api.model
    def _prepare_gov_vals(self, vals):
        """A window-staff run starts as an empty draft of a whole month."""
        county = self.env["hr.department"].browse(vals["gov_county_id"])
        start = fields.Date.to_date(vals.get("date_start")) or self._last_month()
        month = Month.of(start)
        return {
            "name": vals.get("name") or self._gov_name(county, month),
            "gov_county_id": county.id,
            "company_id": vals.get("company_id") or self.env.company.id,
            **self._prepare_gov_month_vals(month),
        }

    @api.model
    def _prepare_gov_month_vals(self, month):
        return {
            "date_start": month.first,
            "date_end": month.last,
            "struct_id": self.env.ref("gov_payroll.structure_window_staff").id,
        }

    @api.model
    def _last_month(self):
        return fields.Date.subtract(fields.Date.context_today(self), months=1)

    @api.model
    def _gov_name(self, county, month):
        return self.env._(
            "%(county)s: pay of %(month)s", county=county.name, month=month
        )

    def write(self, vals):
        # sudo: a slip the user may not see still means that the run was computed
        is_draft = set(self.mapped("state")) == {"draft"} and not self.sudo().slip_ids
        if not (is_draft and set(vals) <= self._draft_fields):
            return super().write(vals)
        draft = super(HrPayslipRun, self._unprotected())
        result = draft.write(vals)
        for run in self.filtered("gov_county_id"):
            month_vals = self._prepare_gov_month_vals(Month.of(run.date_start))
            super(HrPayslipRun, run._unprotected()).write(month_vals)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """An officer may delete a run that was never computed."""
        # sudo: as in `write`; only whether there are slips is asked
        if set(self.mapped("state")) != {"draft"} or self.sudo().slip_ids:
            return super()._unlink_by_system_only()
        return None

    # -- steps -------------------------------------------------------------------------

    @api.model
    def _gov_open(self, county, period):
        """The run of a county and `Month`; created when there is none."""
        run = self.search(
            [("gov_county_id", "=", county.id), ("date_start", "=", period.first)]
        )
        return run or self.create(
            {"gov_county_id": county.id, "date_start": period.first}
        )

    def action_gov_check(self):
        """检查准备情况: list every gap by name, without computing anything."""
        for run in self._gov_begin(OFFICER, ["draft", "computed"]):
            run._gov_check()

    def action_gov_compute(self):
        """计算: a slip for each appraisal of the locked month; again: the same ones."""
        for run in self._gov_begin(OFFICER, ["draft", "computing", "computed"]):
            if run.state == "computing":
                continue  # the second click of a double click
            run._gov_check()
            run._gov_refuse_gaps()
            run.write(
                {
                    "gov_table_version_id": run._gov_table_version().id,
                    "gov_preparer_id": self.env.uid,
                }
            )
            run._gov_start()

    def _gov_finish(self):
        """Hook: every slip is computed."""
        now = fields.Datetime.now()
        self.write({"state": "computed", "gov_computed_on": now})

    def action_gov_lock(self):
        """锁定: close an approved run for good; a second call changes nothing."""
        for run in self._gov_begin(OFFICER, ["approved", "locked"]):
            if run.state == "approved":
                run_computation.confirm(run)
                run.state = "locked"

    def _gov_begin(self, groups, states):
        """Check the right, lock the rows, check the state; runs to work on.

        :param groups: external id of a group, or several of which one is enough
        """
        groups = (groups,) if isinstance(groups, str) else groups
        if not (self.env.su or any(map(self.env.user.has_group, groups))):
            # sudo: whoever is refused, a portal login too, reads the group's name
            names = [self.env.ref(group).sudo().display_name for group in groups]
            raise AccessError(self.env._("Only “%s” may do this.", "” / “".join(names)))
        self.check_access("read")
        # sudo: the steps write slips and lines, on which nobody has a right to write
        runs = self.sudo()._unprotected()
        # slips of a part that is being computed refer to the run: no reason to wait
        runs._take(allow_referencing=True)
        labels = dict(self._fields["state"]._description_selection(self.env))
        for run in runs:
            if not run.gov_county_id or run.state not in states:
                raise UserError(
                    self.env._(
                        "%(name)s is in state “%(state)s”; this step needs: "
                        "%(states)s.",
                        name=run.name,
                        state=labels[run.state],
                        states=" / ".join(labels[s] for s in states),
                    )
                )
        return runs

    def _gov_check(self):
        """Find the gaps anew and keep them with the run."""
        self.gov_gap_ids.unlink()
        self.env["gov.payslip.gap"].create(self.env["gov.payslip.gap"]._find(self))
        self.gov_checked_on = fields.Datetime.now()

    def _gov_refuse_gaps(self):
        gaps = self.gov_gap_ids.filtered(lambda gap: not gap.is_warning)
        if gaps:
            lines = [gap._as_text() for gap in gaps[:SHOWN_GAPS]]
            if len(gaps) > SHOWN_GAPS:
                lines.append(self.env._("… and %s more.", len(gaps) - SHOWN_GAPS))
            raise NotReady(
                self.env._(
                    "%(run)s cannot be computed yet:\n%(gaps)s",
                    run=self.name,
                    gaps="\n".join(lines),
                )
            )

    def _gov_round(self):
        """The appraisal round of the same county and month, or an empty set."""
        self.ensure_one()
        rounds = self.env["gov.appraisal.round"]
        return rounds._for_month(self.gov_county_id, Month.of(self.date_start))

    def _gov_table_version(self):
        """The allowance table in force on the month's first day, or NotInForce."""
        tables = self.env["gov.allowance.table"]
        return tables._version_for(self.gov_county_id, self.date_start)
