"""What every part uses: guards, disclosure, imports, printed forms, numbers."""

from . import (
    base,
    base_import_import,
    gov_alias_mixin,
    gov_protected_mixin,
    gov_log_mixin,
    gov_disclosure,
    gov_sensitive_mixin,
    res_users,
    gov_import_mixin,
    gov_import_turn,
    ir_actions_report,
    gov_neutral,
    gov_number_counter,
    # the guards of documents come after it and are asked first
    ir_attachment_upload,
    ir_attachment,
    ir_attachment_index,
    ir_attachment_signed,
)
