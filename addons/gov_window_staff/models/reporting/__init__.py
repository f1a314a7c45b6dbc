"""Statistics and the reports of sites and units."""

from . import (
    gov_staff_statistic,
    gov_report_duty,
    gov_site_report,
    gov_site_report_round,
    res_partner_report,
    gov_unit_report,
)
