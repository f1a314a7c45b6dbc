"""How a text limits, pools and pays: what the rules need beside items and grades."""

from decimal import Decimal
from functools import lru_cache

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.reward import RewardRule
from ...rules.scoring import Limits
from ...rules.settlement import Policy

POOLS = [
    ("county", "Whole County"),
    ("level", "Each Level of Sites"),
    ("group", "Each Group of Sites"),
]
REWARDS = [
    ("proportional", "In Proportion to the Total"),
    ("pool", "Share of a Pool"),
    ("fixed", "Fixed by Grade"),
    ("none", "None"),
]


class GovRubricVersion(models.Model):
    """The figures of a text as the rules read them (`_to_policy`)."""

    _inherit = "gov.rubric.version"

    has_bonus_cap = fields.Boolean(string="Bonus Points Limited")
    bonus_cap = fields.Float(string="Bonus Points at Most", digits=(12, 2))
    has_total_cap = fields.Boolean(string="Total Limited")
    total_cap = fields.Float(string="Total at Most", digits=(12, 2))
    quota_pool = fields.Selection(
        POOLS,
        string="Quota Counted in",
        default="county",
        required=True,
        help="The people among whom the places of a grade are shared out.",
    )
    pool_ids = fields.One2many(
        "gov.rubric.pool", "version_id", string="Groups of Sites", copy=True
    )
    reward_kind = fields.Selection(
        REWARDS, string="Reward", default="proportional", required=True
    )
    reward_cap_percent = fields.Float(
        string="Reward at Most in % of the Base", digits=(6, 2), default=100
    )
    # the same grades once more, for the page that says what they are paid
    paid_grade_ids = fields.One2many(
        "gov.rubric.grade", "version_id", string="Pay of Grades", copy=False
    )
    post_on_score = fields.Boolean(
        string="Post Coefficient on the Total",
        help="Else it multiplies the reward.",
    )
    post_ids = fields.One2many(
        "gov.rubric.post", "version_id", string="Post Coefficients", copy=True
    )

    penalty_is_on = fields.Boolean(
        string="Joint Penalty in Use",
        help="Off by default: people lose a reward for what others did. Each case "
        "needs a leader's approval and never touches wages (D21).",
    )
    penalty_ids = fields.One2many(
        "gov.rubric.penalty", "version_id", string="Joint Penalties", copy=True
    )

    def _check_complete(self):
        result = super()._check_complete()
        for version in self:
            problem = version._rule_problem()
            if problem:
                raise UserError(
                    self.env._(
                        "%(name)s: %(problem)s", name=version.name, problem=problem
                    )
                )
        return result

    def _rule_problem(self):
        """What keeps the rules from grading everybody, in words; False if nothing."""
        self.ensure_one()
        if not self.grade_ids.sorted("sequence")[-1]._is_open_to_all():
            return self.env._(
                "the last grade must take whoever is left: no threshold and no quota."
            )
        known = set(self.grade_ids.mapped("code"))
        for item in self.item_ids.filtered("at_most_code"):
            if item.at_most_code not in known:
                return self.env._(
                    "item %(item)s allows at most the grade %(grade)s, which does not "
                    "exist.",
                    item=item.code,
                    grade=item.at_most_code,
                )
        if self.quota_pool == "group" and not self.pool_ids:
            return self.env._("add the groups of sites that share a quota.")
        items = set(self.item_ids.mapped("code"))
        unknown = {c for row in self.penalty_ids for c in row._codes()} - items
        if unknown:
            return self.env._(
                "the joint penalty names items that do not exist: %s.",
                ", ".join(sorted(unknown)),
            )
        return False

    # -- the rules' view of this text ----------------------------------------

    def _to_categories(self):
        """Categories as the scoring rule reads them."""
        return tuple(category._to_rule() for category in self.category_ids)

    def _to_grade_rules(self):
        """Grades as the grading rule reads them, best first."""
        return tuple(grade._to_rule() for grade in self.grade_ids)

    def _to_policy(self):
        """The whole text as `rules.settlement` reads it."""
        self.ensure_one()
        return Policy(
            categories=self._to_categories(),
            grades=self._to_grade_rules(),
            limits=Limits(
                bonus=Decimal(str(self.bonus_cap)) if self.has_bonus_cap else None,
                total=Decimal(str(self.total_cap)) if self.has_total_cap else None,
            ),
            reward=self._to_reward_rule(),
            pay={grade.code: grade._to_pay() for grade in self.grade_ids},
            pays_probation=self.reward_in_probation,
            post_on_score=self.post_on_score,
        )

    def _to_reward_rule(self):
        cap = Decimal(str(self.reward_cap_percent)) if self.reward_is_capped else None
        return RewardRule(
            kind=self.reward_kind,
            base=Decimal(str(self.reward_base)),
            full_mark=Decimal(str(self.full_mark)),
            cap_percent=cap,
        )

    def _pool_of(self, site):
        """Key of the pool whose places a person of a site takes."""
        if self.quota_pool == "level":
            return site.gov_level or ""
        if self.quota_pool == "group":
            for pool in self.pool_ids:
                if pool._has(site):
                    return pool.id
        return None

    def _post_coefficients(self):
        """{gov.skill.level: coefficient (Decimal)}."""
        return {row.level_id: Decimal(str(row.coefficient)) for row in self.post_ids}

    def _categories_by_level(self):
        """Function from a post level to the codes of its categories.

        None when the text scores everybody in all of them.
        """
        if not self.category_ids.level_ids:
            return None
        return lru_cache(
            lambda level: frozenset(self.category_ids._of_level(level).mapped("code"))
        )
