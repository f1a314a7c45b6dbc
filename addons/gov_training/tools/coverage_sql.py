"""SQL of the quarterly coverage: who counted when, and what they attended.

All look-ups are lateral, by index, for each row that is asked for: derived tables were
joined in nested loops over everything, for rows that the planner thought to be few.
"""

from odoo.tools import SQL

# a session belongs to the quarter in which it begins, by the clock of China, as in
# the session statistics
# scalar: joined, the catalogues were sorted anew for each person
COUNTS = SQL(
    """(
    (SELECT is_concentrated FROM gov_training_form WHERE id = session.form_id)
    AND (SELECT counts_for_quarter FROM gov_training_kind WHERE id = session.kind_id)
    )"""
)


def in_quarter(table, quarter):
    """Condition: what `table` holds begins in the quarter of the column."""
    begins = SQL("(%s.date_start + INTERVAL '8 hours')", SQL.identifier(table))
    return SQL(
        "(%(begins)s >= %(quarter)s AND %(begins)s < %(quarter)s "
        "+ INTERVAL '3 months')",
        begins=begins,
        quarter=quarter,
    )


def people(statistic):
    """Everybody in service on the last day of each quarter, or today in the running.

    :param statistic: gov.staff.statistic; its dated rows say who counts and where
    """
    return SQL(
        """
        SELECT stat.id, stat.date, DATE_TRUNC('quarter', stat.date)::date AS quarter,
               stat.is_current, stat.county_id, stat.department_id, stat.site_level,
               stat.unit_id, stat.contract_type_id, stat.level_id, stat.employee_id
          FROM (%s) AS stat
         WHERE stat.headcount = 1
           AND (stat.is_current OR EXTRACT(MONTH FROM stat.date) IN (3, 6, 9, 12))""",
        statistic._table_query,
    )


def attended():
    """What a person of `people` did in the quarter, and is going to do."""
    return SQL(
        """
        SELECT COUNT(*) FILTER (WHERE %(held)s AND %(counts)s) AS sessions,
               SUM(line.hours) FILTER (WHERE %(held)s AND %(counts)s) AS hours,
               COALESCE(BOOL_OR(%(held)s AND session.base_id = served.base_id), FALSE)
                   AS by_base,
               COALESCE(BOOL_OR(%(counts)s
                   AND line.state IN ('enrolled', 'waiting', 'attended')
                   AND session.state IN ('planned', 'ongoing')), FALSE) AS planned
          FROM (SELECT * FROM gov_training_enrollment
                 WHERE employee_id = people.employee_id OFFSET 0) line
          JOIN gov_training_session session ON session.id = line.session_id
         WHERE %(on_line)s""",
        held=SQL("(line.state = 'attended' AND session.state = 'done')"),
        counts=COUNTS,
        on_line=in_quarter("line", SQL("people.quarter")),
    )


def proposed():
    """Whether a person of `people` stands on the list of a draft of the quarter."""
    return SQL(
        """
        SELECT TRUE AS planned
          FROM gov_training_session_proposed_rel line
          JOIN gov_training_session session ON session.id = line.session_id
         WHERE line.employee_id = people.employee_id AND session.state = 'draft'
           AND %(counts)s AND %(in_quarter)s
         LIMIT 1""",
        counts=COUNTS,
        in_quarter=in_quarter("session", SQL("people.quarter")),
    )


def duty():
    """The version of the duty in force for a row of `people`.

    The document of the county goes before the one for all, as in
    gov.policy.county.mixin.
    """
    return SQL(
        """
        SELECT version.sessions, version.target_rate, version.grace_days
          FROM (SELECT id FROM gov_training_duty
                 WHERE active AND (department_id = people.county_id
                                   OR department_id IS NULL)
                 ORDER BY department_id IS NULL, code LIMIT 1) duty
          JOIN gov_training_duty_version version ON version.duty_id = duty.id
         WHERE version.state = 'in_force' AND version.date_from <= people.date
         ORDER BY version.date_from DESC LIMIT 1"""
    )


def served():
    """The base that trains the site of a row of `people`: the nearest above."""
    return SQL(
        """
        SELECT base.id AS base_id,
               base.department_level || '_' || people.site_level AS link
          FROM gov_training_base base
         WHERE base.active AND base.trains_level = people.site_level
           AND base.department_id != people.department_id
           AND base.department_id = ANY(site.line)
           AND base.date_from <= people.date
           AND (base.date_to IS NULL OR base.date_to >= people.date)
         ORDER BY ARRAY_POSITION(site.line, base.department_id) DESC, base.id
         LIMIT 1"""
    )


def line_above():
    """The site of a row of `people` and the sites above it, from the top."""
    return SQL(
        """
        SELECT STRING_TO_ARRAY(TRIM(TRAILING '/' FROM parent_path), '/')::int[] AS line
          FROM hr_department WHERE id = people.department_id"""
    )


def held():
    """Closed concentrated sessions of the quarter to which people of a site came."""
    return SQL(
        """
        SELECT COUNT(DISTINCT session.id) AS number
          FROM gov_training_enrollment line
          JOIN gov_training_session session ON session.id = line.session_id
         WHERE line.department_id = sites.department_id AND line.state = 'attended'
           AND session.state = 'done' AND %(counts)s AND %(in_quarter)s""",
        counts=COUNTS,
        in_quarter=in_quarter("session", SQL("sites.quarter")),
    )


def coming():
    """Sessions of the quarter still to come for a site, or for a site above it."""
    return SQL(
        """
        SELECT COUNT(*) AS number
          FROM gov_training_session session
          JOIN hr_department site ON site.id = sites.department_id
          JOIN hr_department above
            ON above.id = session.department_id
           AND site.parent_path LIKE above.parent_path || '%%'
         WHERE session.state IN ('draft', 'planned', 'ongoing')
           AND %(counts)s AND %(in_quarter)s""",
        counts=COUNTS,
        in_quarter=in_quarter("session", SQL("sites.quarter")),
    )
