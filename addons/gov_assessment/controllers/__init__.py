from . import (
    portal,
    portal_appeal,
    portal_follow,
    portal_honour,
    portal_month,
    portal_year,
    queue_job,
)
