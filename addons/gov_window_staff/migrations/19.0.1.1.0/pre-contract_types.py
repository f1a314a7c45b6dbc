"""Staffing types say who is formal and who temporary: the shipped ones are noupdate."""

from odoo.tools import SQL

from odoo.addons.gov_window_staff.tools.upgrade import fill_new_column

NEW = {
    "gov_is_formal": ("contract_type_civil_servant", "contract_type_institution"),
    "gov_is_temporary": ("contract_type_off_quota",),
}
SHIPPED = """id IN (
    SELECT res_id FROM ir_model_data
     WHERE model = 'hr.contract.type' AND module = 'gov_window_staff' AND name IN %s
)"""


def migrate(cr, version):
    if not version:
        return
    for column, names in NEW.items():
        shipped = SQL(SHIPPED, names)
        fill_new_column(cr, "hr_contract_type", column, "bool", shipped)
