"""Errors of payroll; each message names the run or person and the way out."""

from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_window_staff.exceptions import AS_USER_ERROR


class NotReady(UserError):
    """A run cannot be computed yet; the message lists each gap."""

    context = AS_USER_ERROR


class OwnWork(AccessError):
    """Somebody tried to approve a run that the same person prepared."""

    context = {"exception_class": "odoo.exceptions.AccessError"}


class UnknownPayElement(UserError):
    """A salary rule asks for a pay element that does not exist."""

    context = AS_USER_ERROR


class BankFileRefused(UserError):
    """A bank file that would be misread (银行代发文件); the message says where."""

    context = AS_USER_ERROR
