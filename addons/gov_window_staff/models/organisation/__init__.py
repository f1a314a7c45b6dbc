"""Sites, windows, dispatching units and posts."""

from . import (
    hr_department,
    hr_department_profile,
    hr_department_head,
    hr_department_check,
    gov_site_standard,
    gov_site_standard_version,
    gov_site_standard_line,
    gov_window_area,
    gov_window,
    res_partner,
    res_partner_figures,
    hr_job,
)
