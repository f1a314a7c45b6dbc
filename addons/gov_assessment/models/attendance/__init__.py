"""Attendance (考勤): days of people, and what they mean for the assessment."""

from . import (
    gov_attendance_policy,
    gov_attendance_policy_version,
    gov_attendance_day,
    gov_attendance_day_judge,
    gov_attendance_day_receive,
    gov_assessment_event_attendance,
)
