"""Builders for coverage, training bases and sheets."""

from datetime import date, datetime

from freezegun import freeze_time

# Q1 2026 is over on this day, the second quarter has begun
SPRING = datetime(2026, 4, 15, 2, 0)
Q1, Q2 = date(2026, 1, 1), date(2026, 4, 1)
IN_Q1 = datetime(2026, 3, 6, 1, 0)


class CoverBuilders:
    """Mixin beside `TrainingCommon`."""

    @classmethod
    def freeze(cls, moment):
        """Now is that moment for the rest of the class."""
        frozen = freeze_time(moment)
        frozen.start()
        cls.addClassCleanup(frozen.stop)

    def now(self, moment):
        """Now is that moment for the rest of the test."""
        frozen = freeze_time(moment)
        frozen.start()
        self.addCleanup(frozen.stop)

    @classmethod
    def new_base(cls, site, level, **vals):
        return cls.env["gov.training.base"].create(
            {
                "name": f"Base {site.name}",
                "department_id": site.id,
                "trains_level": level,
                "date_from": "2026-01-01",
                **vals,
            }
        )

    @classmethod
    def new_duty(cls, county, **vals):
        """A document of one county in force from 2026."""
        duty = cls.env["gov.training.duty"].create(
            {
                "name": "Duty",
                "code": f"TEST-{county.id}",
                "department_id": county.id,
                "user_id": vals.pop("user_id", False),
            }
        )
        version = cls.env["gov.training.duty.version"].create(
            {"duty_id": duty.id, "date_from": "2026-01-01", **vals}
        )
        version.action_put_in_force()
        return version

    @classmethod
    def new_category_session(cls, kind, topics, start, **vals):
        ref = cls.env.ref
        topic_ids = [ref(f"gov_training.topic_{topic}").id for topic in topics]
        return cls.new_session(
            "done",
            [cls.ann],
            start,
            kind_id=ref(f"gov_training.kind_{kind}").id,
            topic_ids=[(6, 0, topic_ids)],
            **vals,
        )

    def row_of(self, person, quarter=Q1):
        """The coverage of a person, empty for who is not counted."""
        rows = self.env["gov.training.coverage"]
        rows.invalidate_model()
        return rows.search([("employee_id", "=", person.id), ("quarter", "=", quarter)])

    def site_row(self, site, quarter=Q1):
        rows = self.env["gov.training.site.coverage"]
        rows.invalidate_model()
        return rows.search([("department_id", "=", site.id), ("quarter", "=", quarter)])
