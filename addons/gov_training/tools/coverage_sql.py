"""SQL of the quarterly coverage: who counted when, and what they attended."""

from odoo.tools import SQL

# a session belongs to the quarter in which it begins, by the clock of China, as in
# the session statistics
QUARTER = SQL("DATE_TRUNC('quarter', session.date_start + INTERVAL '8 hours')::date")
COUNTS = SQL("(form.is_concentrated AND kind.counts_for_quarter)")
SESSIONS = SQL(
    """
    gov_training_enrollment line
    JOIN gov_training_session session ON session.id = line.session_id
    JOIN gov_training_form form ON form.id = session.form_id
    JOIN gov_training_kind kind ON kind.id = session.kind_id"""
)


def people(statistic):
    """Everybody in service on the last day of each quarter, or today in the running.

    :param statistic: gov.staff.statistic; its dated rows say who counts and where
    """
    return SQL(
        """
        SELECT stat.id, stat.date, DATE_TRUNC('quarter', stat.date)::date AS quarter,
               stat.is_current, stat.county_id, stat.department_id, stat.site_level,
               stat.unit_id, stat.contract_type_id, stat.level_id,
               stat.employee_id
          FROM (%s) AS stat
         WHERE stat.headcount = 1
           AND (stat.is_current OR EXTRACT(MONTH FROM stat.date) IN (3, 6, 9, 12))""",
        statistic._table_query,
    )


def trained():
    """A row a person and quarter: concentrated sessions attended, their hours."""
    return SQL(
        """
        SELECT line.employee_id, %(quarter)s AS quarter, COUNT(*) AS sessions,
               SUM(line.hours) AS hours
          FROM %(sessions)s
         WHERE line.state = 'attended' AND session.state = 'done' AND %(counts)s
         GROUP BY line.employee_id, %(quarter)s""",
        quarter=QUARTER,
        sessions=SESSIONS,
        counts=COUNTS,
    )


def planned():
    """A row a person and quarter: on the list of a session that is still to come."""
    return SQL(
        """
        SELECT line.employee_id, %(quarter)s AS quarter
          FROM %(sessions)s
         WHERE line.state IN ('enrolled', 'waiting', 'attended')
           AND session.state IN ('planned', 'ongoing') AND %(counts)s
         UNION
        SELECT line.employee_id, %(quarter)s AS quarter
          FROM gov_training_session_proposed_rel line
          JOIN gov_training_session session ON session.id = line.session_id
          JOIN gov_training_form form ON form.id = session.form_id
          JOIN gov_training_kind kind ON kind.id = session.kind_id
         WHERE session.state = 'draft' AND %(counts)s""",
        quarter=QUARTER,
        sessions=SESSIONS,
        counts=COUNTS,
    )


def by_base():
    """A row a person, quarter and base: a closed session of the base attended."""
    return SQL(
        """
        SELECT DISTINCT line.employee_id, %(quarter)s AS quarter, session.base_id
          FROM %(sessions)s
         WHERE line.state = 'attended' AND session.state = 'done'
           AND session.base_id IS NOT NULL""",
        quarter=QUARTER,
        sessions=SESSIONS,
    )


def duties(statistic):
    """A row a day and county: the version of the duty in force there on that day.

    Its own document goes before the one for all, as in gov.policy.county.mixin.
    """
    return SQL(
        """
        SELECT days.day, county.id AS county_id, version.sessions,
               version.target_rate, version.grace_days
          FROM (%s) AS days
         CROSS JOIN hr_department county
          JOIN LATERAL (
               SELECT id FROM gov_training_duty
                WHERE active
                  AND (department_id = county.id OR department_id IS NULL)
                ORDER BY department_id IS NULL, code LIMIT 1) duty ON TRUE
          JOIN LATERAL (
               SELECT * FROM gov_training_duty_version
                WHERE duty_id = duty.id AND state = 'in_force'
                  AND date_from <= days.day
                ORDER BY date_from DESC LIMIT 1) version ON TRUE
         WHERE county.gov_level = 'county'""",
        statistic._days(),
    )


def served(statistic):
    """A row a day and site: the base that trains its people, the nearest above."""
    return SQL(
        """
        SELECT DISTINCT ON (days.day, site.id) days.day, site.id AS department_id,
               base.id AS base_id, home.gov_level || '_' || site.gov_level AS link
          FROM (%s) AS days
          JOIN gov_training_base base
            ON base.active AND base.date_from <= days.day
           AND (base.date_to IS NULL OR base.date_to >= days.day)
          JOIN hr_department home ON home.id = base.department_id
          JOIN hr_department site
            ON site.parent_path LIKE home.parent_path || '_%%'
           AND site.gov_level = base.trains_level
         ORDER BY days.day, site.id, LENGTH(home.parent_path) DESC, base.id""",
        statistic._days(),
    )
