"""Refusals of the training addon; each message names the record and the way out."""

from odoo.exceptions import UserError, ValidationError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

# The web client knows the dialogs of Odoo's own classes only; for any other it says
# “something went wrong” and hides the message, unless the error names one of those.
AS_USER_ERROR = {"exception_class": "odoo.exceptions.UserError"}


class SessionLocked(DocumentLocked):
    """A closed session and its attendance cannot be changed."""

    context = AS_USER_ERROR


class AttendanceIncomplete(UserError):
    """Somebody on the list is neither present nor absent."""

    context = AS_USER_ERROR


class ScheduleConflict(ValidationError):
    """A person would sit in two sessions at the same time."""

    context = AS_USER_ERROR


class SessionFull(ValidationError):
    """More people than seats."""

    context = AS_USER_ERROR


class WindowsBelowMinimum(ValidationError):
    """A pause would leave a site with too few open comprehensive windows."""

    context = AS_USER_ERROR


class MentorLimit(ValidationError):
    """A second mentor at the same time, or too many apprentices of one mentor."""

    context = AS_USER_ERROR


class ExamLocked(DocumentLocked):
    """An exam that has opened keeps its paper; results are not entered by hand."""

    context = AS_USER_ERROR


class ExamNotReady(UserError):
    """An exam misses questions, people or time."""

    context = AS_USER_ERROR


class InductionMissing(UserError):
    """A person would be posted before the induction is passed."""

    context = AS_USER_ERROR
