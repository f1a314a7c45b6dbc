"""Nobody who keeps to counties (管辖县区) moves a record out of them."""

from odoo import models

# what says to which county a record belongs; the record rules go along these
PLACES = frozenset(
    {
        "county_id",
        "department_id",
        "employee_id",
        "exam_id",
        "export_id",
        "gov_county_id",
        "movement_id",
        "parent_id",
        "payslip_run_id",
        "plan_id",
        "run_id",
        "session_id",
        "to_department_id",
    }
)


class Base(models.AbstractModel):
    """Odoo asks the record rules before a write: here they are asked after it too."""

    _inherit = "base"

    def write(self, vals):
        result = super().write(vals)
        if (
            not self.env.su
            and not PLACES.isdisjoint(vals)
            and self.env.user.gov_county_ids
        ):
            self.check_access("write")
        return result
