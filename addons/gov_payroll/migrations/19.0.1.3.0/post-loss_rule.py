"""The structure of window staff is noupdate: it gets the recovery of losses."""

from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    structure = env.ref("gov_payroll.structure_window_staff")
    structure.rule_ids |= env.ref("gov_payroll.rule_loss")
