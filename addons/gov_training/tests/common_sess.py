"""Builders for plans, series, dates, pauses and incidents."""

from datetime import timedelta
from unittest.mock import patch

from odoo.tests import new_test_user

from .common import MORNING

DAY = timedelta(days=1)
AFTERNOON = MORNING + timedelta(hours=5, minutes=30)  # 14:30 in China


class SessionBuilders:
    """Mixin beside `TrainingCommon`."""

    @classmethod
    def standard_asks_for(cls, fewest):
        """Patcher: every site's standard asks for so many comprehensive windows."""
        sites = cls.env.registry["hr.department"]
        return patch.object(sites, "_gov_comprehensive_minimum", lambda site: fewest)

    @classmethod
    def new_dates(cls, session, starts, hours=2):
        """Dates of a session, each of so many hours."""
        return cls.env["gov.training.session.date"].create(
            [
                {
                    "session_id": session.id,
                    "date_start": start,
                    "date_end": start + timedelta(hours=hours),
                }
                for start in starts
            ]
        )

    @classmethod
    def new_plan(cls, lines=1, site=None, running=False, **line_vals):
        """A plan of 2026 with so many lines alike."""
        line = {
            "name": "Etiquette",
            "topic_ids": [(6, 0, cls.env.ref("gov_training.topic_etiquette").ids)],
            "kind_id": cls.env.ref("gov_training.kind_regular").id,
            "form_id": cls.env.ref("gov_training.form_concentrated").id,
            "month": "3",
            **line_vals,
        }
        plan = cls.env["gov.training.plan"].create(
            {
                "year": 2026,
                "department_id": (site or cls.county).id,
                "line_ids": [(0, 0, dict(line)) for _number in range(lines)],
            }
        )
        if running:
            plan.action_start()
        return plan

    @classmethod
    def new_series(cls, **vals):
        """A series on the last Friday afternoon of the month, by default."""
        return cls.env["gov.training.series"].create(
            {
                "name": "Study",
                "topic_ids": [(6, 0, cls.env.ref("gov_training.topic_thinking").ids)],
                "kind_id": cls.env.ref("gov_training.kind_regular").id,
                "form_id": cls.env.ref("gov_training.form_concentrated").id,
                "department_id": cls.county.id,
                "frequency": "monthly",
                "week": "0",
                "weekday": "4",
                "date_from": "2026-01-01",
                **vals,
            }
        )

    @classmethod
    def new_windows(cls, site, count, kind="general"):
        return cls.env["gov.window"].create(
            [
                {"name": f"{kind} {number}", "department_id": site.id, "kind": kind}
                for number in range(1, count + 1)
            ]
        )

    @classmethod
    def new_pause(cls, session, windows, **vals):
        return cls.env["gov.training.pause"].create(
            {
                "session_id": session.id,
                "window_ids": [(6, 0, windows.ids)],
                "services": "Licences\nSeals",
                **vals,
            }
        )

    @classmethod
    def new_incident(cls, session, person, kind="phone", **vals):
        return cls.env["gov.training.incident"].create(
            {
                "session_id": session.id,
                "employee_id": person.id,
                "kind_id": cls.env.ref(f"gov_training.incident_kind_{kind}").id,
                **vals,
            }
        )

    @classmethod
    def give_account(cls, person, share=False):
        """An account for a person: of the office, or a portal account."""
        group = "base.group_portal" if share else "base.group_user"
        user = new_test_user(cls.env, f"user_{person.gov_staff_no}", group)
        person.user_id = user
        return user

    def line_of(self, session, person):
        return session.enrollment_ids.filtered(lambda e: e.employee_id == person)
