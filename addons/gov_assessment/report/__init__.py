from . import month_report
