"""Training bases (培训基地): a site that trains the people of the level below it.

五华 2023: 在区政务服务中心建立街道便民服务中心窗口工作人员的培训基地,在街道便民服务中心
建立社区便民服务站窗口工作人员的培训基地,打造链式培训新模式.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules.coverage import Quarter
from ...rules.schedule import local_day

ORDER = ("county", "branch", "town", "village")  # from the top of the chain


class GovTrainingBase(models.Model):
    """A link of the chain: who trains whom, from when to when."""

    _name = "gov.training.base"
    _description = "Training Base"
    _inherit = ["gov.training.guard.mixin", "mail.thread"]
    _order = "county_id, trains_level, department_id, id"

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True, tracking=True)
    department_id = fields.Many2one(
        "hr.department",
        string="At Site",
        required=True,
        ondelete="restrict",
        index=True,
        tracking=True,
        domain=[("gov_level", "in", ("county", "branch", "town"))],
    )
    department_level = fields.Selection(
        related="department_id.gov_level", string="Level of the Base", store=True
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
    )
    trains_level = fields.Selection(
        lambda self: self._trained_levels(),
        string="Trains the Level",
        required=True,
        tracking=True,
        help="Sites of this level below the base are trained by it.",
    )
    date_from = fields.Date(
        string="Set Up On",
        required=True,
        default=fields.Date.context_today,
        tracking=True,
    )
    date_to = fields.Date(string="In Use Until", tracking=True)
    user_id = fields.Many2one(
        "res.users", string="In Charge", domain=[("share", "=", False)], tracking=True
    )
    trainer_ids = fields.Many2many("res.partner", string="Trainers")
    topic_ids = fields.Many2many("gov.training.topic", string="What It Teaches")
    place = fields.Char()
    capacity = fields.Integer(string="Seats", help="0: no limit.")
    note = fields.Text(string="Equipment and Remarks")

    session_ids = fields.One2many("gov.training.session", "base_id")
    session_count = fields.Integer(string="Sessions", compute="_compute_session_count")
    site_count = fields.Integer(string="Sites Served", compute="_compute_coverage")
    people_count = fields.Integer(string="People Served", compute="_compute_coverage")
    trained_count = fields.Integer(
        string="Trained This Quarter", compute="_compute_coverage"
    )
    coverage_rate = fields.Float(
        string="Coverage This Quarter (%)", compute="_compute_coverage", digits=(5, 1)
    )

    _dates_order = models.Constraint(
        "CHECK(date_to >= date_from)", "The last day cannot come before the first."
    )
    _capacity_positive = models.Constraint(
        "CHECK(capacity >= 0)", "The number of seats cannot be negative."
    )

    def _trained_levels(self):
        levels = self.env["hr.department"]._fields["gov_level"]
        pairs = levels._description_selection(self.env)
        return [(code, label) for code, label in pairs if code != ORDER[0]]

    # === COMPUTE METHODS === #

    def _compute_session_count(self):
        counts = dict(
            self.env["gov.training.session"]._read_group(
                [("base_id", "in", self.ids)], ["base_id"], ["__count"]
            )
        )
        for base in self:
            base.session_count = counts.get(base._origin, 0)

    def _compute_coverage(self):
        rows = self.env["gov.training.site.coverage"]._read_group(
            [("base_id", "in", self.ids), ("is_current", "=", True)],
            ["base_id"],
            ["people:sum", "chain_trained:sum"],
        )
        figures = {base: (people, trained) for base, people, trained in rows}
        for base in self:
            people, trained = figures.get(base._origin, (0, 0))
            base.site_count = len(base._sites()) if base.department_id else 0
            base.people_count = people
            base.trained_count = trained
            base.coverage_rate = 100 * trained / people if people else 0

    # === CONSTRAINTS === #

    @api.constrains("department_id", "trains_level")
    def _check_levels(self):
        for base in self:
            own, below = base.department_id.gov_level, base.trains_level
            if own not in ORDER[:-1] or ORDER.index(below) <= ORDER.index(own):
                raise ValidationError(
                    self.env._(
                        "“%s” can only train sites of a level below its own.",
                        base.department_id.name,
                    )
                )

    @api.constrains("department_id", "trains_level", "date_from", "date_to", "active")
    def _check_overlap(self):
        for base in self.filtered("active"):
            others = self.search(
                [
                    ("id", "!=", base.id),
                    ("department_id", "=", base.department_id.id),
                    ("trains_level", "=", base.trains_level),
                    "|",
                    ("date_to", "=", False),
                    ("date_to", ">=", base.date_from),
                ]
            ).filtered(lambda o, b=base: not b.date_to or o.date_from <= b.date_to)
            if others:
                raise ValidationError(
                    self.env._(
                        "“%(site)s” has the base “%(base)s” for this level at that "
                        "time already. End it first.",
                        site=base.department_id.name,
                        base=others[0].name,
                    )
                )

    # === CRUD METHODS === #

    def write(self, vals):
        result = super().write(vals)
        if "department_id" in vals:
            # the rules are checked before a write only
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_unused(self):
        used = self.filtered("session_ids")
        if used:
            raise UserError(
                self.env._(
                    "Sessions were held at “%s”. Enter its last day instead.",
                    used[0].name,
                )
            )

    # === BUSINESS METHODS === #

    def _in_force(self, day):
        """Those of the bases that exist on a day."""
        return self.filtered(
            lambda b: b.date_from <= day and (not b.date_to or b.date_to >= day)
        )

    def _sites(self):
        """Sites that the bases train."""
        return self.env["hr.department"].search(
            [
                ("id", "child_of", self.department_id.ids),
                ("gov_level", "in", list(set(self.mapped("trains_level")))),
            ]
        )

    def _next_in_chain(self, day):
        """Bases at the sites that these train: the next link."""
        return self.search([("department_id", "in", self._sites().ids)])._in_force(day)

    # === ACTIONS === #

    def action_open_sessions(self):
        """Sessions held at the base."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,calendar,form",
            "domain": [("base_id", "=", self.id)],
            "context": {
                "default_base_id": self.id,
                "default_department_id": self.department_id.id,
                "default_organiser_id": self.department_id.id,
                "default_place": self.place,
                "default_capacity": self.capacity,
                "default_topic_ids": self.topic_ids.ids,
                "default_trainer_ids": self.trainer_ids.ids,
            },
            "name": self.env._("Sessions of %s", self.name),
        }

    def action_open_coverage(self):
        """Which of the sites served were trained this quarter."""
        self.ensure_one()
        quarter = Quarter.of(local_day(fields.Datetime.now()))
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.site.coverage",
            "view_mode": "list,pivot,graph",
            "domain": [("base_id", "=", self.id)],
            "context": {
                "search_default_current": 1,
                "gov_by_base": True,
                "gov_quarter": str(quarter.first),
            },
            "name": self.env._("Coverage by %s", self.name),
        }

    def action_set_up_chain(self):
        """A base at each county for its towns and at each town for its villages.

        Not only at the sites of the bases that happen to be selected in the list.
        Sites that have one already, or nobody below them, are left alone.
        """
        self.check_access("create")
        sites = self.env["hr.department"].search([("gov_level", "in", ORDER)])
        today = local_day(fields.Datetime.now())
        have = {
            (base.department_id, base.trains_level)
            for base in self.search([])
            if not base.date_to or base.date_to >= today
        }
        links = self._usual_links(sites)
        bases = self.create(
            [
                {
                    "name": self.env._("Training Base of %s", site.name),
                    "department_id": site.id,
                    "trains_level": level,
                }
                for site, level in links
                if (site, level) not in have
            ]
        )
        message = self.env._("%s training bases set up.", len(bases))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "message": message,
                "type": "success" if bases else "info",
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _usual_links(self, sites):
        """[(site, level)]: county trains towns, town trains villages, where there are.

        A town that stands below a branch is trained by the county all the same.
        """
        found = []
        for above, below in (("county", "town"), ("town", "village")):
            homes = {
                line
                for site in sites.filtered(lambda s, level=below: s.gov_level == level)
                for line in site._gov_line_above()
            }
            found += [
                (site, below)
                for site in sites
                if site.gov_level == above and site in homes
            ]
        return found
