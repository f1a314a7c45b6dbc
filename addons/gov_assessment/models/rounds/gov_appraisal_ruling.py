"""HR's recorded decision about grades (等次裁定): a tie decided, a grade lowered.

D4: people who are equal across the border of a quota stay out until HR chooses among
them; D1: HR may lower a grade with a reason, never raise one past the quota. Both are
kept with words and minutes, and the grading keeps to them.
"""

from collections import Counter, defaultdict
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from ...rules.ties import Graded, open_ties
from . import month_settlement
from .gov_appraisal_round import OFFICER

KINDS = [("tie", "Tie Decided"), ("lower", "Grade Lowered")]


class GovAppraisalRuling(models.Model):
    """One decision; a void one stays on file."""

    _name = "gov.appraisal.ruling"
    _description = "Decision About Grades"
    _inherit = ["gov.protected.mixin"]
    _order = "id desc"

    round_id = fields.Many2one(
        "gov.appraisal.round", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(KINDS, string="Kind of Decision", required=True)
    grade_id = fields.Many2one("gov.rubric.grade", required=True, ondelete="restrict")
    appraisal_ids = fields.Many2many(
        "gov.appraisal",
        "gov_appraisal_ruling_chosen_rel",
        string="Decided For",
        help="The people taken out of the tie, or whose grade was lowered.",
    )
    group_ids = fields.Many2many(
        "gov.appraisal", "gov_appraisal_ruling_group_rel", string="Equal People"
    )
    places = fields.Integer(string="Places Left")
    reason = fields.Text(string="Reason of the Decision", required=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Minutes of the Meeting")
    user_id = fields.Many2one("res.users", string="Recorded By", required=True)
    date = fields.Datetime(required=True)
    is_void = fields.Boolean(string="Void")
    void_reason = fields.Char()

    @api.depends("kind", "round_id")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for ruling in self:
            kind = labels.get(ruling.kind, "")
            ruling.display_name = f"{ruling.round_id.display_name} · {kind}"

    @api.model
    def _record(self, batch, vals):
        """A new decision by the user on a graded round, which is graded anew.

        :param vals: kind, grade_id, appraisal_ids, group_ids, places, reason,
            attachment_ids, checked by the caller
        """
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        ruling = clean._unprotected().create(
            {
                **vals,
                "round_id": batch.id,
                "user_id": self.env.uid,
                "date": fields.Datetime.now(),
            }
        )
        ruling.attachment_ids.write({"res_model": self._name, "res_id": ruling.id})
        month_settlement.grade_appraisals(batch)
        batch.message_post(
            body=self.env._(
                "%(kind)s for %(people)s: %(reason)s",
                kind=dict(self._fields["kind"]._description_selection(self.env))[
                    ruling.kind
                ],
                people=", ".join(ruling.appraisal_ids.mapped("person_name")),
                reason=ruling.reason,
            )
        )
        return ruling.with_env(self.env)

    def action_void(self):
        """Take the decision back while the month is graded; it stays on file."""
        for ruling in self.filtered(lambda r: not r.is_void):
            batch = ruling.round_id._begin(OFFICER, ["graded"])
            ruling._set_void(self.env._("Taken back by %s", self.env.user.name))
            month_settlement.grade_appraisals(batch)

    def _set_void(self, words):
        self._unprotected().write({"is_void": True, "void_reason": words})


class GovAppraisal(models.Model):
    """The grading asks each appraisal for HR's decisions."""

    _inherit = "gov.appraisal"

    def _grade_decisions(self):
        decisions = super()._grade_decisions()
        rulings = self.env["gov.appraisal.ruling"].search(
            [("round_id", "in", self.round_id.ids), ("is_void", "=", False)]
        )
        lowered, chosen = {}, set()
        for ruling in rulings.sorted("id"):
            if ruling.kind == "tie":
                chosen |= set(ruling.appraisal_ids.ids)
            else:
                for appraisal in ruling.appraisal_ids:
                    lowered[appraisal.id] = ruling.grade_id.code
        for key in chosen | set(lowered):
            decisions[key] = (lowered.get(key), key in chosen)
        return decisions

    def action_ask_lower(self):
        """Open the window that lowers the grade of one person (D1)."""
        self.ensure_one()
        return self.round_id._ask_ruling("lower", default_appraisal_id=self.id)


class GovAppraisalRound(models.Model):
    """A graded month with its ties and decisions."""

    _inherit = "gov.appraisal.round"

    ruling_ids = fields.One2many("gov.appraisal.ruling", "round_id", readonly=True)

    def _own_workers(self):
        # sudo: names who decided
        return super()._own_workers() | self.sudo().ruling_ids.user_id

    def _end_grade(self):
        result = super()._end_grade()
        self._void_outdated()
        return result

    def action_open(self):
        # the people are taken anew: what was decided about the old sheets is gone
        self._unprotected().ruling_ids.filtered(
            lambda r: r.round_id.state == "open"
        ).unlink()
        return super().action_open()

    def _void_outdated(self):
        """A tie is decided anew when other people are equal by now."""
        void = self.ruling_ids.browse()
        for ruling in self.ruling_ids.filtered(
            lambda r: r.kind == "tie" and not r.is_void
        ):
            if self._equals(ruling.appraisal_ids[:1]) != ruling.group_ids:
                void |= ruling
        if void:
            void._set_void(self.env._("Other people are equal after a new scoring."))
            month_settlement.grade_appraisals(self)
            self.message_post(
                body=self.env._(
                    "%s decisions on ties are void: other people are equal by now.",
                    len(void),
                )
            )

    def _equals(self, appraisal):
        """The people of the same pool who have the same rank."""
        pool_of = self.version_id._pool_of
        pool = pool_of(appraisal.department_id)
        return self.appraisal_ids.filtered(
            lambda a: a.rank == appraisal.rank and pool_of(a.department_id) == pool
        )

    def _ties(self):
        """Groups of equals that HR has to choose from: list of `rules.ties.Tie`."""
        self.ensure_one()
        pools, heads = defaultdict(list), Counter()
        for appraisal in self.appraisal_ids:
            pool = self.version_id._pool_of(appraisal.department_id)
            heads[pool] += 1
            if appraisal.grade_id:
                pools[pool].append(
                    Graded(
                        appraisal.id,
                        appraisal.rank,
                        Decimal(str(appraisal.total)),
                        appraisal.grade_id.code,
                        appraisal.is_tied,
                    )
                )
        rules = self.version_id._to_grade_rules()
        return [
            tie
            for pool, people in pools.items()
            for tie in open_ties(people, rules, heads[pool])
        ]

    def action_decide_tie(self):
        """Open the window that chooses among equals (A46)."""
        self.ensure_one()
        if not self._ties():
            raise UserError(
                self.env._("Nobody is equal at the border of a quota in this month.")
            )
        return self._ask_ruling("tie")

    def _ask_ruling(self, kind, **defaults):
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.ruling.wizard",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_round_id": self.id,
                "default_kind": kind,
                **defaults,
            },
            "name": self.display_name,
        }
