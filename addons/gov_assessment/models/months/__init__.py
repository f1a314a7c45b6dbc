"""What reaches beyond a month's round: cases that end, rankings of sites."""

from . import (
    gov_case_settlement,
    gov_site_ranking,
    gov_appraisal_bulletin,
    gov_appraisal_sheet,
    gov_appraisal_round_reopen,
)
