"""A session held by a training base, and passed on to the next link (链式培训)."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules.office_hours import local
from ...rules.schedule import local_day

LATER = timedelta(days=7)  # the next link trains a week later, unless told otherwise


class GovTrainingSession(models.Model):
    """Session in the chain county, towns, villages."""

    _inherit = "gov.training.session"

    base_id = fields.Many2one(
        "gov.training.base",
        string="Training Base",
        ondelete="restrict",
        index="btree_not_null",
        tracking=True,
        help="The base that holds it; its people are counted in the coverage of the "
        "chain.",
    )
    source_id = fields.Many2one(
        "gov.training.session",
        string="Passed On From",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )
    passed_ids = fields.One2many(
        "gov.training.session", "source_id", string="Sessions of the Next Link"
    )
    passed_count = fields.Integer(string="Passed On", compute="_compute_passed")
    passed_done_count = fields.Integer(
        string="Passed On and Closed", compute="_compute_passed"
    )

    # sudo: how far the chain got is no secret from those below
    @api.depends("passed_ids.state")
    def _compute_passed(self):
        for session in self:
            passed = session.sudo().passed_ids.filtered(
                lambda s: s.state != "cancelled"
            )
            session.passed_count = len(passed)
            session.passed_done_count = len(
                passed.filtered(lambda s: s.state == "done")
            )

    @api.onchange("base_id")
    def _onchange_base_id(self):
        base = self.base_id
        if base:
            self.department_id = self.organiser_id = base.department_id
            self.place = base.place or self.place
            self.capacity = base.capacity or self.capacity
            self.trainer_ids |= base.trainer_ids
            self.topic_ids |= base.topic_ids

    @api.constrains("base_id", "department_id")
    def _check_base(self):
        for session in self.filtered("base_id"):
            home = session.base_id.department_id
            if home not in session.department_id._gov_line_above():
                raise ValidationError(
                    self.env._(
                        "“%(base)s” trains sites at or below “%(site)s” only.",
                        base=session.base_id.name,
                        site=home.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_unlocked():
            # the chain is written by passing a session on, not by hand
            vals_list = [{**vals, "source_id": False} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if "source_id" in vals and not self._is_unlocked():
            vals = {k: v for k, v in vals.items() if k != "source_id"}
        return super().write(vals)

    def action_pass_on(self):
        """Drafts at the bases of the next link, with the same topics (链式延伸).

        Bases that have theirs already are left alone.
        """
        self.ensure_one()
        self._check_state(("planned", "ongoing", "done"))
        day = local_day(self.date_start)
        bases = (
            self.base_id._next_in_chain(day)
            - self.passed_ids.filtered(lambda s: s.state != "cancelled").base_id
        )
        if not bases:
            raise UserError(
                self.env._(
                    "There is no further base to pass “%s” on to. Set up bases at the "
                    "sites below it first.",
                    self.name,
                )
            )
        values = [self._passed_on_vals(base) for base in bases]
        self._unlocked().create(values)
        self.message_post(body=self.env._("Passed on to %s bases.", len(bases)))
        return self.action_open_passed()

    def _passed_on_vals(self, base):
        calendar = self.env["gov.calendar.year"]._calendar()
        day = local(self.date_start).date()
        shift = calendar.on_or_after(day + LATER) - day
        length = self._slots()[0][1] - self.date_start
        return {
            "name": f"{self.name} ({base.department_id.name})",
            "topic_ids": [(6, 0, self.topic_ids.ids)],
            "kind_id": self.kind_id.id,
            "form_id": self.form_id.id,
            "summary": self.summary,
            "material_ids": [(6, 0, self.material_ids.ids)],
            "material_note": self.material_note,
            "department_id": base.department_id.id,
            "organiser_id": base.department_id.id,
            "base_id": base.id,
            "source_id": self.id,
            "place": base.place,
            "capacity": base.capacity,
            "trainer_ids": [(6, 0, base.trainer_ids.ids)],
            "user_id": base.user_id.id or self.env.uid,
            "date_start": self.date_start + shift,
            "date_end": self.date_start + shift + length,
        }

    def action_open_passed(self):
        """The sessions of the next link."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,form",
            "domain": [("source_id", "=", self.id)],
            "name": self.env._("Passed On: %s", self.name),
        }
