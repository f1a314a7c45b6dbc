"""Builders for days of attendance and approved leave."""

from datetime import date

from .common import AssessmentCommon

WORKDAY = date(2026, 10, 9)  # a Friday after the holidays


class AttendanceMixin:
    """Mixin beside `AssessmentCommon`."""

    @classmethod
    def new_day(cls, person, day=WORKDAY, am_in="08:58", pm_out="17:02", **vals):
        return cls.env["gov.attendance.day"].create(
            {
                "employee_id": person.id,
                "date": day,
                "am_in": am_in,
                "pm_out": pm_out,
                **vals,
            }
        )

    @classmethod
    def new_leave(cls, person, kind="personal", first=WORKDAY, last=None, **vals):
        """An approved leave."""
        leave = cls.env["hr.leave"].create(
            {
                "employee_id": person.id,
                "holiday_status_id": cls.env.ref(
                    f"gov_window_staff.leave_type_{kind}"
                ).id,
                "request_date_from": first,
                "request_date_to": last or first,
                **vals,
            }
        )
        leave.action_approve()
        return leave


class AttendanceCommon(AttendanceMixin, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person("W001")

    def leads(self, day):
        return {e.item_id.code: e.quantity for e in day.event_ids}
