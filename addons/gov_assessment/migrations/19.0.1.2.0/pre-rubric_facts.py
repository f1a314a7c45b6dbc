"""Items of the 涟水 rubric say more than before, and grades have names of their own.

Shipped items are noupdate; versions that an office copied from them have the same
codes, so they get the same facts. Points and names stay as they are.
"""

from odoo.tools import SQL

from odoo.addons.gov_window_staff.tools.upgrade import fill_new_column

MARKS = {
    "is_absence": "1.2 1.3",
    "needs_verification": "1.5 2.1b 3.2c 3.3a",
    "reports_discipline": "1.5",
    "is_severe": "1.5 1.6 5.5b",
    "bars_year": "5.5b",
    "is_daily": "5.1 6.4",
    "needs_evidence": "1.6 6.1a 6.1b 6.1c 6.2a 6.2b 6.3 6.4 6.5",
    "is_highest_only": "6.1a 6.1b 6.1c 6.2a 6.2b 6.3 6.5",
}
LINKED = {"1.1": "2.2", "1.2": "1.1,1.3", "1.3": "1.1,1.2", "2.2": "1.1"}
VALUES = {
    "linked_codes": ("varchar", LINKED),
    "replaces_codes": ("varchar", {"4.6b": "4.6a", "5.3b": "5.3a", "5.5b": "5.5a"}),
    "year_limit": ("int4", {"1.6": 2}),
}
# grades were a fixed choice with these words
GRADES = {"good": "好", "fair": "一般", "poor": "差"}
OF_LIANSHUI = SQL(
    """version_id IN (
        SELECT version.id FROM gov_rubric_version version
          JOIN ir_model_data known ON known.res_id = version.rubric_id
         WHERE known.module = 'gov_assessment' AND known.name = 'lianshui'
           AND known.model = 'gov.rubric')"""
)


def migrate(cr, version):
    if not version:
        return
    for column, codes in MARKS.items():
        value = SQL("code IN %s AND %s", tuple(codes.split()), OF_LIANSHUI)
        fill_new_column(cr, "gov_rubric_item", column, "bool", value)
    for column, (kind, values) in VALUES.items():
        value = SQL("CASE WHEN %s THEN %s END", OF_LIANSHUI, _by_code(values))
        fill_new_column(cr, "gov_rubric_item", column, kind, value)
    names = SQL("COALESCE(%s, code)", _by_code(GRADES))
    fill_new_column(cr, "gov_rubric_grade", "name", "varchar", names)


def _by_code(values):
    cases = (SQL("WHEN %s THEN %s", code, value) for code, value in values.items())
    return SQL("CASE code %s END", SQL(" ").join(cases))
