"""Errors of the window-staff addons; each message names the record and the way out."""

from odoo.exceptions import UserError, ValidationError


class NotInForce(UserError):
    """No version of a policy document applies on a date."""


class DocumentLocked(UserError):
    """A policy version, round or run that is closed cannot be changed."""


class ImportRefused(ValidationError):
    """A workbook was refused as a whole; the message lists each problem."""
