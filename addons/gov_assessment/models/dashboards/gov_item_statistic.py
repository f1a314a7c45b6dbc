"""Items of the rubric in the months (指标热力图): what cost points, and where."""

from odoo import fields, models
from odoo.tools import SQL

from .gov_month_statistic import SHOWN


class GovItemStatistic(models.Model):
    """One row a line that was counted; only months that were graded."""

    _name = "gov.item.statistic"
    _description = "Items of the Months"
    _auto = False
    _order = "month desc, id desc"
    _rec_name = "item_id"
    _depends = {
        "gov.appraisal": ["date_from", "department_id"],
        "gov.appraisal.line": ["item_id", "points_total", "quantity"],
        "gov.appraisal.round": ["state", "date_from", "county_id"],
        "gov.rubric.item": ["category_id", "is_bonus"],
    }

    month = fields.Date(readonly=True)
    is_latest = fields.Boolean(string="Latest Graded Month", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    category_id = fields.Many2one("gov.rubric.category", readonly=True)
    item_id = fields.Many2one("gov.rubric.item", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    is_bonus = fields.Boolean(string="Adds Points", readonly=True)
    times = fields.Integer(string="Times Counted", readonly=True)
    points = fields.Float(string="Points Counted", digits=(16, 2), readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """WITH latest AS (
                 SELECT county_id, MAX(date_from) AS month FROM gov_appraisal_round
                  WHERE state IN %s GROUP BY county_id)
               SELECT l.id, a.date_from AS month, a.date_from = t.month AS is_latest,
                      a.department_id, r.county_id, i.category_id, l.item_id,
                      a.employee_id, COALESCE(i.is_bonus, FALSE) AS is_bonus,
                      1 AS times, l.points_total AS points
                 FROM gov_appraisal_line l
                 JOIN gov_appraisal a ON a.id = l.appraisal_id
                 JOIN gov_appraisal_round r ON r.id = a.round_id AND r.state IN %s
                 JOIN gov_rubric_item i ON i.id = l.item_id
                 LEFT JOIN latest t ON t.county_id = r.county_id""",
            SHOWN,
            SHOWN,
        )
