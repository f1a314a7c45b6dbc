from . import people_workbook_mixin, month_report, annual_report, simulation_report
