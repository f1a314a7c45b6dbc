"""A session that meets needs, and what changed after it (训前训后对比)."""

from datetime import timedelta

from odoo import fields, models

from ...rules.needs import compare
from ...rules.schedule import local_day


class GovTrainingSession(models.Model):
    """Session of people who need it."""

    _inherit = "gov.training.session"

    need_ids = fields.One2many("gov.training.need", "session_id", string="Needs")
    need_count = fields.Integer(string="Needs Met", compute="_compute_need_count")
    effect_html = fields.Html(
        string="Before and After", compute="_compute_effect_html", sanitize=False
    )

    def _compute_need_count(self):
        counts = dict(
            self.env["gov.training.need"]._read_group(
                [("session_id", "in", self.ids)], ["session_id"], ["__count"]
            )
        )
        for session in self:
            session.need_count = counts.get(session, 0)

    def _compute_effect_html(self):
        for session in self:
            done = session.state == "done"
            session.effect_html = done and self.env["ir.qweb"]._render(
                "gov_training.session_effect", session._effect()
            )

    def action_open_needs(self):
        """The needs that this session meets."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.need",
            "view_mode": "list,form",
            "domain": [("session_id", "=", self.id)],
            "name": self.env._("Training Needs"),
        }

    def unlink(self):
        # sudo: as in `_move`; whether it may be deleted is asked below
        needs = self.sudo().need_ids
        needs._unlocked().write({"state": "open", "session_id": False})
        return super().unlink()

    # === BUSINESS METHODS === #

    def _move(self, allowed, target):
        result = super()._move(allowed, target)
        if target == "done":
            self._take_in_needs()
        # sudo: needs of people whom the user does not see follow the session too
        self.sudo().need_ids._settle()
        return result

    def _take_in_needs(self):
        """Whoever came and waited for one of the topics has been trained on it.

        sudo: as above.
        """
        Need = self.env["gov.training.need"].sudo()
        for session in self.sudo():
            came = session.enrollment_ids.filtered(lambda e: e.state == "attended")
            Need.search(
                [
                    ("state", "=", "open"),
                    ("topic_id", "in", session.topic_ids.ids),
                    ("employee_id", "in", came.employee_id.ids),
                    ("date", "<=", local_day(session.date_end)),
                ]
            )._plan(session)

    def _effect(self):
        """Facts on the topics before and after, of those who came.

        Only people whose line the user may read are named.

        :return: values of the template `session_effect`
        """
        self.ensure_one()
        lines = self.env["gov.training.enrollment"].search(
            [("session_id", "=", self.id), ("state", "=", "attended")]
        )
        # sudo: facts of people of the list above, whose results are shown on purpose
        people = lines.sudo().employee_id
        span = max(self.topic_ids.mapped("compare_days"), default=0)
        rows = self._effect_rows(people, span)
        until = local_day(self.date_end) + timedelta(days=span)
        return {
            "rows": rows,
            "before": sum(len(row["before"]) for row in rows),
            "after": sum(len(row["after"]) for row in rows),
            "span": span,
            "until": until,
            "is_over": until < fields.Date.context_today(self),
        }

    def _effect_rows(self, people, span):
        """One row a person and topic with facts, in the order of the staff numbers."""
        topics = self.env["gov.training.topic"].search(
            [("id", "child_of", self.topic_ids.ids)]
        )
        first, last = local_day(self.date_start), local_day(self.date_end)
        reach = timedelta(days=span)
        facts = people._gov_training_fact_list(first - reach, last + reach)
        wanted = set(topics.ids)
        facts = [fact for fact in facts if fact.topic in wanted]
        # taken from the sets, so that names are read for all of them at once
        by_id = {person.id: person for person in people}
        topic_by_id = {topic.id: topic for topic in topics}
        rows = [
            {
                "person": by_id[person],
                "topic": topic_by_id[topic],
                "before": pair.before,
                "after": pair.after,
            }
            for (person, topic), pair in compare(facts, first, last, span).items()
        ]
        rows.sort(key=lambda row: (row["person"].gov_staff_no or "", row["topic"].id))
        return rows
