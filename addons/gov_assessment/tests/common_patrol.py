"""Builders for patrols and findings."""

import base64
from datetime import date

from .common import AssessmentCommon

WORKDAY, SUNDAY = date(2026, 10, 9), date(2026, 10, 11)
# a picture of one point
INK = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
        "awAAAABJRU5ErkJggg=="
    )
)


class PatrolCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.town.gov_is_patrolled = True
        cls.person = cls.new_person()

    @classmethod
    def new_patrol(cls, state="planned", site=None, day=WORKDAY, user=None, **vals):
        patrols = cls.env["gov.patrol"].with_user(user or cls.officer)
        patrol = patrols.create(
            {"department_id": (site or cls.town).id, "date": day, **vals}
        )
        if state in ("ongoing", "done"):
            patrol.action_start()
        if state == "done":
            patrol.action_finish()
        return patrol

    @classmethod
    def new_finding(cls, person=None, user=None, **vals):
        findings = cls.env["gov.patrol.finding"].with_user(user or cls.officer)
        return findings.create(
            {
                "department_id": cls.town.id,
                "date": WORKDAY,
                "employee_id": (person or cls.person).id,
                "class_id": cls.env.ref("gov_assessment.violation_class_5").id,
                "item_id": cls.item("2.2").id,
                "description": "上班玩手机",
                **vals,
            }
        )
