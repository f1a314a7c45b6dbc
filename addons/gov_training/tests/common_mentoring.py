"""Builders for mentoring agreements."""

from datetime import date

FIRST, LAST = date(2026, 3, 1), date(2026, 8, 31)


class MentoringBuilders:
    """Mixin beside `TrainingCommon`: Ann is the mentor, Bob the apprentice."""

    @classmethod
    def new_pair(cls, mentor=None, apprentice=None, signed=False, goals=1, **vals):
        """An agreement of six months, a draft unless told otherwise."""
        cls.put_rules_in_force()
        pair = cls.env["gov.mentorship"].create(
            {
                "mentor_id": (mentor or cls.ann).id,
                "apprentice_id": (apprentice or cls.bob).id,
                "date_from": FIRST,
                "date_to": LAST,
                "goal_ids": [
                    (0, 0, {"kind": "goal", "name": f"Goal {number}"})
                    for number in range(1, goals + 1)
                ],
                **vals,
            }
        )
        if signed:
            pair.action_activate()
        return pair

    @classmethod
    def put_rules_in_force(cls):
        """An upgrade brings them as a draft, an installation in force."""
        cls.env.ref("gov_training.mentoring_policy_2024").action_put_in_force()

    @classmethod
    def new_milestone(cls, pair, name="Knows the list", day="2026-04-01"):
        return cls.env["gov.mentorship.goal"].create(
            {
                "mentorship_id": pair.id,
                "kind": "milestone",
                "name": name,
                "date": day,
            }
        )

    @classmethod
    def complete(cls, pair, outcome="qualified", **vals):
        """All goals reached, the outcome chosen."""
        pair.goal_ids.action_reached()
        pair.write({"outcome": outcome, **vals})
        pair.action_finish()
