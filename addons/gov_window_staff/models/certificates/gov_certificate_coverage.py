"""Who of today's window staff holds a verified certificate (持证率, S11)."""

from odoo import fields, models
from odoo.tools import SQL


class GovCertificateCoverage(models.Model):
    """One row a person in service at a window; the average of the rate is 持证率.

    Site officers and liaisons, who cannot read profiles, see from it who of their
    people is without a certificate.
    """

    _name = "gov.certificate.coverage"
    _description = "Certificate Rate"
    _auto = False
    _order = "is_certified, staff_no"
    _rec_name = "employee_id"
    _depends = {
        "hr.employee": [
            "active",
            "current_version_id",
            "gov_entry_date",
            "gov_leave_date",
            "gov_staff_no",
        ],
        "hr.version": [
            "contract_type_id",
            "department_id",
            "gov_dispatch_unit_id",
            "gov_position",
        ],
        "hr.department": ["gov_county_id"],
        "gov.certificate": ["employee_id", "level_id", "state"],
        "gov.skill.level": ["rank"],
    }

    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    staff_no = fields.Char(string="Staff No.", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    site_level = fields.Selection(
        related="department_id.gov_level", string="Site Level", readonly=True
    )
    unit_id = fields.Many2one("res.partner", string="Dispatching Unit", readonly=True)
    contract_type_id = fields.Many2one(
        "hr.contract.type", string="Staffing Type", readonly=True
    )
    level_id = fields.Many2one("gov.skill.level", string="Skill Level", readonly=True)
    is_certified = fields.Boolean(string="With Certificate", readonly=True)
    people = fields.Integer(string="Active Window Staff", readonly=True)
    certified = fields.Integer(string="Holders", readonly=True)
    rate = fields.Float(
        string="Certificate Rate (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="Holders of a verified certificate out of the active window staff.",
    )
    waiting = fields.Integer(string="Waiting for Verification", readonly=True)

    @property
    def _table_query(self):
        # China has one time zone; a day in UTC would begin at eight in the morning
        return SQL(
            """
            SELECT e.id, e.id AS employee_id, e.gov_staff_no AS staff_no,
                   v.department_id, d.gov_county_id AS county_id,
                   v.gov_dispatch_unit_id AS unit_id, v.contract_type_id,
                   held.level_id,
                   held.level_id IS NOT NULL AS is_certified, 1 AS people,
                   CASE WHEN held.level_id IS NULL THEN 0 ELSE 1 END AS certified,
                   CASE WHEN held.level_id IS NULL THEN 0.0 ELSE 100.0 END AS rate,
                   COALESCE(draft.number, 0) AS waiting
              FROM hr_employee e
              JOIN hr_version v ON v.id = e.current_version_id
              LEFT JOIN hr_department d ON d.id = v.department_id
              LEFT JOIN (
                   SELECT DISTINCT ON (c.employee_id) c.employee_id, c.level_id
                     FROM gov_certificate c
                     JOIN gov_skill_level l ON l.id = c.level_id
                    WHERE c.state = 'verified'
                    ORDER BY c.employee_id, l.rank DESC
                   ) held ON held.employee_id = e.id
              LEFT JOIN (
                   SELECT employee_id, COUNT(*) AS number
                     FROM gov_certificate
                    WHERE state = 'draft'
                    GROUP BY employee_id
                   ) draft ON draft.employee_id = e.id
             WHERE e.active
               AND e.gov_staff_no IS NOT NULL
               AND COALESCE(v.gov_position, 'window') = 'window'
               AND e.gov_entry_date <= (now() AT TIME ZONE 'Asia/Shanghai')::date
               AND (e.gov_leave_date IS NULL
                    OR e.gov_leave_date >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
            """
        )
