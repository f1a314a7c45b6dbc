"""Dispatching units (派驻单位): the departments and agencies that send staff."""

from odoo import api, fields, models
from odoo.tools import LazyTranslate

from ...rules import units
from ...tools.figures import search_figure

_lt = LazyTranslate(__name__)

OFFICER = "gov_window_staff.group_hr_officer"
# whoever works with the organisation; a plain user sees an ordinary address
STAFF = (
    "gov_window_staff.group_site_officer,gov_window_staff.group_leader,"
    "gov_window_staff.group_liaison,hr.group_hr_user"
)

UNIT_KINDS = [
    ("unit", "Department or Unit"),
    ("agency", "Labour Dispatch Agency"),
    ("government", "Territorial Government"),
]
CHIEF_STATES = [("none", "None"), ("ok", "In Order"), ("warning", "To Look At")]
CHIEF_PROBLEMS = {
    "not_in_service": _lt("is no longer in service"),
    "other_unit": _lt("has not been sent by this unit"),
    "not_formal": _lt("does not belong to the formal staff (rehired or temporary)"),
    "no_licence": _lt("has no enforcement licence on record"),
    "licence_expired": _lt("holds an enforcement licence that has expired"),
}
CREDIT_CODE_PROBLEMS = {
    "shape": _lt("not a credit code of 18 characters; please check"),
    "checksum": _lt("the check character of the credit code is wrong; please check"),
}


class ResPartner(models.Model):
    """Partner as a dispatching unit: who it is, what it may and does send."""

    _inherit = "res.partner"

    is_gov_unit = fields.Boolean(string="Dispatching Unit", index="btree_not_null")
    gov_unit_kind = fields.Selection(
        UNIT_KINDS, string="Unit Kind", default="unit", groups=STAFF
    )
    gov_credit_code = fields.Char(
        string="Unified Social Credit Code", copy=False, groups=STAFF
    )
    gov_credit_code_note = fields.Char(
        string="Credit Code Check",
        compute="_compute_gov_credit_code_note",
        groups=STAFF,
    )
    gov_leader = fields.Char(string="Leader of the Unit", groups=STAFF)
    gov_chief_id = fields.Many2one(
        "hr.employee",
        string="Chief Representative",
        ondelete="restrict",
        index="btree_not_null",
        groups=STAFF,
        help="首席代表: decides at the window for the unit.",
    )
    gov_chief_state = fields.Selection(
        CHIEF_STATES,
        string="Chief Representative Check",
        compute="_compute_gov_chief",
        search="_search_gov_chief_state",
        groups=OFFICER,
    )
    gov_chief_text = fields.Text(
        string="Against the Chief Representative",
        compute="_compute_gov_chief",
        groups=OFFICER,
    )
    gov_whole_unit = fields.Boolean(
        string="Moved In as a Whole",
        groups=STAFF,
        help="整体入驻: all people of the unit are assessed, not only windows.",
    )
    gov_matter_count = fields.Integer(string="Service Matters", groups=STAFF)
    gov_quota = fields.Integer(
        string="Approved to Send",
        groups=STAFF,
        help="核定派驻人数; 0: none has been approved.",
    )

    _gov_quota_positive = models.Constraint(
        "CHECK(gov_quota >= 0)", "An approved number of people cannot be negative."
    )

    @api.depends("gov_credit_code")
    def _compute_gov_credit_code_note(self):
        for unit in self:
            code = unit.gov_credit_code
            problem = code and units.credit_code_problem(code)
            unit.gov_credit_code_note = (
                self.env._(CREDIT_CODE_PROBLEMS[problem]) if problem else False
            )

    @api.depends("gov_chief_id")
    def _compute_gov_chief(self):
        today = fields.Date.context_today(self)
        for unit in self:
            chief = unit.gov_chief_id
            problems = chief and units.chief_problems(
                chief._gov_chief(unit._origin, today), today
            )
            unit.gov_chief_text = (
                "\n".join(
                    f"{chief.name}{self.env._(CHIEF_PROBLEMS[code])}"
                    for code in problems or ()
                )
                or False
            )
            unit.gov_chief_state = (
                "none" if not chief else "warning" if problems else "ok"
            )

    def _search_gov_chief_state(self, operator, value):
        return search_figure(self._gov_units(), "gov_chief_state", operator, value)

    def _gov_units(self):
        return self.search([("is_gov_unit", "=", True)])

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._gov_clean(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._gov_clean(vals))

    def _gov_clean(self, vals):
        """Credit codes are typed with blanks and in lower case."""
        code = vals.get("gov_credit_code")
        if not code:
            return vals
        return {**vals, "gov_credit_code": "".join(code.split()).upper()}

    @api.model
    def _gov_units_named(self, names, kind):
        """Units by name, created with a kind where there is none: {name: unit}."""
        found = self.search([("is_gov_unit", "=", True), ("name", "in", list(names))])
        by_name = {unit.name: unit for unit in found}
        missing = sorted(set(names) - set(by_name))
        created = self.create(
            [
                {
                    "name": name,
                    "is_company": True,
                    "is_gov_unit": True,
                    "gov_unit_kind": kind,
                }
                for name in missing
            ]
        )
        return by_name | dict(zip(missing, created, strict=True))
