"""SQL of the staff statistics: what held for a person from one day to another."""

from odoo.tools import SQL


def spans():
    """A row a person, version and certificate: what holds from one day to another.

    The facts of the day of leaving stay until the end of that month.
    """
    return SQL(
        """
        SELECT person.id AS employee_id, person.gov_entry_date, person.birthday,
               COALESCE(person.gov_posted_date, person.gov_entry_date) AS posted,
               COALESCE(person.gov_leave_date, 'infinity') AS leave_date,
               GREATEST(version.date_version, person.gov_entry_date, held.day_from)
                   AS day_from,
               LEAST(CASE WHEN version.date_next <= person.gov_leave_date
                            OR person.gov_leave_date IS NULL
                          THEN version.date_next ELSE 'infinity' END,
                     held.day_to) AS day_to,
               held.rank, version.*
          FROM hr_employee person
          JOIN %(versions)s AS version ON version.person_id = person.id
          JOIN %(certificates)s AS held ON held.person_id = person.id
         WHERE person.gov_staff_no IS NOT NULL
           AND version.date_version <= COALESCE(person.gov_leave_date, 'infinity')
        """,
        versions=_versions(),
        certificates=_certificates(),
    )


def _versions():
    """Versions with the day on which the next begins and the last move until then."""
    return SQL(
        """(
        SELECT employee_id AS person_id, date_version, date_next, department_id,
               gov_window_id, gov_dispatch_unit_id, job_id, gov_position,
               contract_type_id, sex, gov_political_status, gov_education_id,
               trial_date_end,
               MAX(CASE WHEN is_move THEN date_version END) OVER (
                   PARTITION BY employee_id ORDER BY date_version) AS move_date
          FROM (SELECT *,
                       LEAD(date_version, 1, 'infinity') OVER person AS date_next,
                       LAG(id) OVER person IS NOT NULL
                       AND (LAG(department_id) OVER person,
                            LAG(gov_window_id) OVER person,
                            LAG(gov_dispatch_unit_id) OVER person)
                           IS DISTINCT FROM
                           (department_id, gov_window_id, gov_dispatch_unit_id)
                       AS is_move
                  FROM hr_version
                 WHERE active AND employee_id IS NOT NULL
                WINDOW person AS (PARTITION BY employee_id ORDER BY date_version)
               ) AS dated)"""
    )


def _certificates():
    """The best rank of a person from each day of issue, none before the first."""
    return SQL(
        """(
        SELECT person_id, day_from, MAX(rank) OVER person AS rank,
               LEAD(day_from, 1, 'infinity') OVER person AS day_to
          FROM (SELECT certificate.employee_id AS person_id,
                       certificate.issue_date AS day_from,
                       level.rank
                  FROM gov_certificate certificate
                  JOIN gov_skill_level level ON level.id = certificate.level_id
                 WHERE certificate.state = 'verified'
                UNION ALL
                SELECT id, '-infinity', NULL
                  FROM hr_employee
                 WHERE gov_staff_no IS NOT NULL) AS dated
        WINDOW person AS (PARTITION BY person_id ORDER BY day_from))"""
    )


def band_case(bands, start):
    """CASE over the full years between a date and the day, highest band first."""
    years = SQL("EXTRACT(YEAR FROM AGE(days.day, %s))", start)
    cases = [
        SQL("WHEN %s >= %s THEN %s", years, first, code)
        for code, first in reversed(bands[1:])
    ]
    return SQL(
        "CASE WHEN %s IS NULL THEN NULL %s ELSE %s END",
        start,
        SQL(" ").join(cases),
        bands[0][0],
    )
