"""Honours (评优评先): kinds, campaigns, nominations, votes, the honour board."""

from . import (
    gov_honour_kind,
    gov_honour_campaign,
    gov_honour_campaign_flow,
    gov_honour_nomination,
    gov_honour_nomination_board,
    gov_honour_vote,
    hr_employee_honour,
)
