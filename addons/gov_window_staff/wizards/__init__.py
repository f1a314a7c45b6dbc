from . import (
    gov_import_department,
    gov_import_roster,
    gov_import_certificate,
    gov_import_window,
    gov_import_unit,
    gov_site_pack,
)
