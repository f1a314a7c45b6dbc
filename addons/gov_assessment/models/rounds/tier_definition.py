"""Steps of approval of results (考核审批环节): records that the office edits."""

from odoo import api, fields, models

ROUND = "gov.appraisal.round"
PAPERS = [
    (ROUND, "Monthly Appraisal"),
    ("gov.star.round", "Stars of a Quarter"),
    ("gov.annual.round", "Annual Appraisal"),
    ("gov.appraisal.correction", "Correction"),
]
FIRST = 1000  # the add-on asks the highest sequence first, people count from 1


class TierDefinition(models.Model):
    """Step of a month, a year, stars or a correction, in words of the office.

    The settings of the add-on follow from it.
    """

    _inherit = "tier.definition"

    gov_is_month = fields.Boolean(string="Step of an Appraisal", index=True)
    gov_paper = fields.Selection(
        PAPERS,
        string="Step Of",
        compute="_compute_gov_paper",
        store=True,
        readonly=False,
    )
    gov_month_role = fields.Selection(
        [("officer", "HR Officer of the County"), ("leader", "Leader")],
        string="Step Decided By",
    )

    @api.depends("gov_is_month", "model_id")
    def _compute_gov_paper(self):
        """Steps of before there were others are those of the month."""
        papers = dict(PAPERS)
        for step in self:
            model = step.model_id.sudo().model  # sudo: officers read no ir.model
            step.gov_paper = step.gov_is_month and model in papers and model

    def write(self, vals):
        """The reviewers follow from the paper of each step."""
        papers = self.grouped("gov_paper") if "gov_month_role" in vals else {}
        if len(papers) < 2:
            return super().write(vals)
        return all([super(TierDefinition, own).write(vals) for own in papers.values()])

    @api.model
    def _get_tier_validation_model_names(self):
        papers = [name for name, _label in PAPERS]
        return super()._get_tier_validation_model_names() + papers

    def _with_technical(self, vals):
        vals = super()._with_technical(vals)
        more = {}
        paper = vals.get("gov_paper") or self[:1].gov_paper or ROUND
        if vals.get("gov_is_month"):
            more = {
                "gov_paper": paper,
                **self._step_settings(paper, vals),
            }
        if vals.get("gov_month_role"):
            name = f"reviewer_{vals['gov_month_role']}_ids"
            more["reviewer_field_id"] = self.env["ir.model.fields"]._get(paper, name).id
        return {**vals, **more}

    @api.model
    def _step_settings(self, model, vals):
        """What every step of our papers has in the add-on's own words.

        :param model: name of the model that the step approves
        :param vals: of the step; `gov_step` is its place, 10 unless told
        """
        return {
            "model_id": self.env["ir.model"]._get_id(model),
            "definition_type": "domain",
            "definition_domain": "[]",
            "review_type": "field",
            "reviewer_id": False,
            "reviewer_group_id": False,
            "company_id": False,
            "approve_sequence": True,
            "exclude_requester": True,
            "has_comment": False,
            "notify_on_pending": True,
            "sequence": FIRST - vals.get("gov_step", 10),
        }
