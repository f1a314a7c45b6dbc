"""Errors of payroll; each message names the run or person and the way out."""

from odoo.exceptions import AccessError, UserError


class NotReady(UserError):
    """A run cannot be computed yet; the message lists each gap."""


class OwnWork(AccessError):
    """Somebody tried to approve a run that the same person prepared."""


class RunBusy(UserError):
    """Another user is computing or approving the same run at this moment."""


class UnknownPayElement(UserError):
    """A salary rule asks for a pay element that does not exist."""
