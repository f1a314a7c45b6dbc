"""Errors of the window-staff addons; each message names the record and the way out."""

from odoo.exceptions import UserError, ValidationError

# The web client knows the dialogs of Odoo's own classes only; for any other it says
# “something went wrong” and hides the message, unless the error names one of those.
AS_USER_ERROR = {"exception_class": "odoo.exceptions.UserError"}


class NotInForce(UserError):
    """No version of a policy document applies on a date."""

    context = AS_USER_ERROR


class DocumentLocked(UserError):
    """A policy version, round or run that is closed cannot be changed."""

    context = AS_USER_ERROR


class ImportRefused(ValidationError):
    """A workbook was refused as a whole; the message lists each problem."""

    context = AS_USER_ERROR


class BeforeFile(UserError):
    """A dated change lies before the first day of the person's file."""

    context = AS_USER_ERROR


class MovementNotReady(UserError):
    """A movement misses something that has to be there before it is submitted."""

    context = AS_USER_ERROR


class UploadRefused(UserError):
    """A file was not taken: the message says what it is and what may be uploaded."""

    context = AS_USER_ERROR
