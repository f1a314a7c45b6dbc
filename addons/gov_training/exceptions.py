"""Refusals of the training addon; each message names the record and the way out."""

from odoo.exceptions import UserError, ValidationError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked


class SessionLocked(DocumentLocked):
    """A closed session and its attendance cannot be changed."""


class AttendanceIncomplete(UserError):
    """Somebody on the list is neither present nor absent."""


class ScheduleConflict(ValidationError):
    """A person would sit in two sessions at the same time."""


class SessionFull(ValidationError):
    """More people than seats."""
