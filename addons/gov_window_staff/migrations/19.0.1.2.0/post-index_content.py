"""Words of rosters, registers and forms that earlier versions kept beside the files."""

from odoo.addons.gov_window_staff.models.base.ir_attachment_index import OURS


def migrate(cr, version):
    if not version:
        return
    for prefix in OURS:
        cr.execute(
            "UPDATE ir_attachment SET index_content = NULL"
            " WHERE res_field IS NOT NULL AND starts_with(res_model, %s)"
            " AND index_content IS NOT NULL",
            (prefix,),
        )
