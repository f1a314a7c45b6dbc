"""Builders of the finance pack's tests: people with cards, a locked run, its files."""

import base64
import json
from io import BytesIO
from unittest.mock import patch

from openpyxl import load_workbook

from odoo.addons.gov_payroll.models.pack.gov_pay_export_slips import AT_ONCE_KEY
from odoo.addons.gov_window_staff.tests.common import identity_number

from .common import PayrollCommon

CARD = "622999000000000{:04d}"


class ExportCommon(PayrollCommon):
    """Three people with cards and ID numbers, and how to read an export back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # printing takes time: slips wait for the cron unless a test asks for them
        cls.env["ir.config_parameter"].set_param(AT_ONCE_KEY, "0")
        cls.bank = cls.env["res.bank"].create({"name": "兰州银行", "city": "兰州"})
        cls.people = cls.env["hr.employee"]
        for serial, name in enumerate(("张三", "李 四", "王五"), start=1):
            cls.people |= cls.new_payee(serial, name=name, wage=3000 + serial)

    @classmethod
    def new_payee(cls, serial, card=True, **vals):
        """A person with an ID number, and a bank card unless `card` is false."""
        person = cls.new_person(
            staff_no=f"P{serial:03d}",
            identification_id=identity_number(serial),
            **vals,
        )
        number = CARD.format(serial) if card is True else card
        if number:
            person._gov_set_card(number, cls.bank)
        else:
            person.bank_account_ids = False
        return person

    @classmethod
    def template(cls, name="lanzhou"):
        """A shipped bank template, the only active one."""
        templates = cls.env["gov.bank.template"]
        template = cls.env.ref(f"gov_payroll.bank_template_{name}")
        (templates.search([]) - template).active = False
        return template

    @classmethod
    def print_at_once(cls):
        """Slips are in the pack from the start, as pages that take no time."""
        cls.env["ir.config_parameter"].set_param(AT_ONCE_KEY, "10")
        slips = type(cls.env["hr.payslip"])
        cls.startClassPatcher(patch.object(slips, "_gov_pdf", lambda self: b"%PDF-"))

    @classmethod
    def export(cls, run, user=None):
        """The export that a user, finance by default, makes of a run."""
        before = run.sudo().gov_export_ids
        run.with_user(user or cls.finance).action_gov_export()
        run.invalidate_recordset(["gov_export_ids"])
        return run.sudo().gov_export_ids - before

    @classmethod
    def files(cls, export):
        """{name: bytes} of an export."""
        return {
            file.name: base64.b64decode(file.content) for file in export.sudo().file_ids
        }

    @classmethod
    def bank_files(cls, export):
        """Bytes of the bank files in order."""
        files = export.sudo().file_ids.filtered(lambda file: file.kind == "bank")
        return [base64.b64decode(file.content) for file in files]

    @classmethod
    def manifest(cls, export):
        """The manifest as values."""
        return json.loads(cls.files(export)["manifest.json"])

    @classmethod
    def workbook(cls, export, values=False):
        """The register workbook."""
        content = next(c for n, c in cls.files(export).items() if n.endswith(".xlsx"))
        return load_workbook(BytesIO(content), data_only=values)
