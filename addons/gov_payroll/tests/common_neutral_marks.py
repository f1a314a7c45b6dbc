"""A person whose every value is a mark, and the search for marks in a database."""

import base64
import re
from datetime import date

from odoo import Command
from odoo.modules.neutralize import neutralize_database
from odoo.tools import SQL

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.tests.common import identity_number, xlsx

from .common_export import ExportCommon

MARK = "QZXLEAK"
PHONE = "13977661155"
CARD = "6229990000000091734"
IDENTITY = identity_number(771, date(1987, 6, 5))
MARKS = (MARK, PHONE, CARD, IDENTITY)
TEXT_TYPES = ("text", "character varying", "jsonb", "json", "bytea", "character")


def text_columns(cr):
    """{table: [(column, type)]} of everything in the database that can hold a text."""
    cr.execute(
        """
        SELECT c.table_name, c.column_name, c.data_type
          FROM information_schema.columns c
          JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
           AND c.data_type = ANY(%s)
         ORDER BY 1, 2
        """,
        [list(TEXT_TYPES)],
    )
    tables = {}
    for table, column, kind in cr.fetchall():
        tables.setdefault(table, []).append((column, kind))
    return tables


def marked_columns(cr, marks=MARKS):
    """Sorted `table.column` of all columns in which a mark stands, whole or inside."""
    pattern = "|".join(map(re.escape, marks))
    found = []
    for table, columns in text_columns(cr).items():
        hits = [
            # bytes of a PDF or of a text are no characters of the database
            SQL("bool_or(encode(%s, 'escape') ~* %s)", SQL.identifier(column), pattern)
            if kind == "bytea"
            else SQL("bool_or(%s::text ~* %s)", SQL.identifier(column), pattern)
            for column, kind in columns
        ]
        cr.execute(
            SQL("SELECT %s FROM %s", SQL(", ").join(hits), SQL.identifier(table))
        )
        row = cr.fetchone()
        found += [
            f"{table}.{column}"
            for (column, _k), hit in zip(columns, row, strict=True)
            if hit
        ]
    return found


class NeutralCommon(ExportCommon):
    """One marked person with a month, pay and papers; the database neutralised once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.print_at_once()
        # who decides and signs is a person too, and is written down in many places
        for user in (cls.officer, cls.checker, cls.leader, cls.finance):
            user.name = f"{user.login}{MARK}"
        cls.marked = cls.new_marked_person()
        cls.write_about(cls.marked)
        cls.run_ = cls.locked_run(OCTOBER)
        cls.pack = cls.export(cls.run_)
        cls.write_after(cls.marked)
        cls.env.flush_all()
        cls.before = marked_columns(cls.env.cr)
        cls.neutralize()

    @classmethod
    def neutralize(cls):
        """What `odoo neutralize` does with a copy, inside the test's transaction."""
        cls.env.flush_all()
        neutralize_database(cls.env.cr)
        cls.env.invalidate_all()
        cls.env.registry.clear_all_caches()
        cls.addClassCleanup(cls.env.registry.clear_all_caches)

    # -- the marked person ----------------------------------------------------------

    @classmethod
    def new_marked_person(cls):
        """A profile with a mark in each field that the forms have."""
        user = cls.new_user(f"{MARK}_login", email=f"{MARK}@example.com")
        user.write({"name": f"李{MARK}", "signature": f"<p>{MARK}</p>"})
        person = cls.new_person(
            staff_no=f"{MARK}1",
            name=f"李{MARK}",
            identification_id=IDENTITY,
            sex="male",
            birthday=date(1987, 6, 5),
            user_id=user.id,
            wage=3456,
        )
        texts = """
            legal_name private_email work_email place_of_birth permit_no visa_no
            study_field study_school emergency_contact passport_id ssnid private_street
            private_street2 private_city private_zip spouse_complete_name
            private_car_plate gov_badge_no gov_filing_number gov_enforcement_no gov_duty
            additional_note
        """.split()
        phones = ["private_phone", "work_phone", "mobile_phone", "emergency_phone"]
        person.write(dict.fromkeys(texts, f"x{MARK}") | dict.fromkeys(phones, PHONE))
        person._gov_set_card(CARD, cls.bank)
        person.bank_account_ids.note = f"户主{MARK}"
        cls.town.gov_phone = PHONE
        cls.new_certificate(person, number=f"{MARK}-C", issuer="考试中心")
        return person

    @classmethod
    def write_about(cls, person):
        """Facts of October and papers about the person, before the month is locked."""
        cls.new_event(person, "1.1", quantity=1, reason=f"迟到{MARK}")
        cls.new_review(
            person,
            citizen_name=f"王{MARK}",
            citizen_phone=PHONE,
            comment=f"态度{MARK}",
            case_number=f"{MARK}-CASE",
        )
        cls.env["gov.opinion"].create(
            {
                "kind": "complaint",
                "text": f"投诉{MARK}",
                "department_id": cls.town.id,
                "employee_id": person.id,
                "citizen_name": f"赵{MARK}",
                "citizen_phone": PHONE,
            }
        )
        cls.env["gov.staff.record"].create(
            {
                "employee_id": person.id,
                "kind_id": cls.env["gov.staff.record.kind"].search([], limit=1).id,
                "date": date(2026, 10, 9),
                "summary": f"谈话{MARK}",
                "note": f"家里{MARK}",
            }
        )
        session = cls.env["gov.training.session"].create(
            {
                "name": "窗口礼仪",
                "topic_ids": [
                    Command.set(cls.env.ref("gov_training.topic_skills").ids)
                ],
                "kind_id": cls.env.ref("gov_training.kind_regular").id,
                "form_id": cls.env.ref("gov_training.form_concentrated").id,
                "department_id": cls.county.id,
                "date_start": "2026-10-09 01:00:00",
                "date_end": "2026-10-09 03:00:00",
            }
        )
        cls.env.flush_all()
        session.action_open()
        cls.env["gov.training.enrollment"].create(
            {"session_id": session.id, "employee_id": person.id}
        )
        # only who was there may write this, after the session
        cls.env.cr.execute(
            "UPDATE gov_training_enrollment SET feedback_comment = %s", [f"好{MARK}"]
        )

    # -- what a year of work leaves beside it ---------------------------------------

    @classmethod
    def write_after(cls, person):
        """Messages, papers, logs, tokens and programs' work that name the person."""
        cls.env["gov.appeal"]._unprotected().create(
            {
                "appraisal_id": person.gov_appraisal_ids[:1].id,
                "name": "SS-1",
                "submitted_on": "2026-11-05",
                "reason": f"不服{MARK}",
            }
        )
        person.message_post(
            body=f"电话 {PHONE} {MARK}",
            subject=MARK,
            attachments=[
                (f"{MARK}.xlsx", xlsx(["姓名"], [[f"李{MARK}"]])),
                (f"{MARK}.pdf", b"%PDF-1.4 " + MARK.encode()),
            ],
        )
        person.activity_schedule(
            "mail.mail_activity_data_todo", summary=MARK, note=MARK
        )
        person._gov_disclose("card", f"补办{MARK}")
        cls.env["gov.bank.return.import"].create(
            {
                "export_id": cls.pack.id,
                "file_name": f"{MARK}.txt",
                "content": base64.b64encode(f"姓名|{MARK}".encode()),
            }
        )
        cls.env["mail.mail"].create(
            {"subject": MARK, "body_html": MARK, "email_to": f"{MARK}@example.com"}
        )
        cls.env["ir.attachment"].create(
            {
                "name": f"身份证{MARK}.txt",
                "raw": f"{IDENTITY} {MARK}".encode(),
                "res_model": "hr.employee",
                "res_id": person.id,
                "description": MARK,
            }
        )
        cls.env["ir.filters"].create({"name": MARK, "model_id": "hr.employee"})
        cls.env["resource.calendar.leaves"].create(
            {
                "name": f"{person.name}: 年假",
                "resource_id": person.resource_id.id,
                "date_from": "2026-11-09 00:00:00",
                "date_to": "2026-11-09 09:00:00",
            }
        )
        cls.insert_rows()

    @classmethod
    def insert_rows(cls):
        """Tables that only servers, browsers and jobs write."""
        rows = {
            "ir_logging": {
                "name": MARK, "type": "server", "path": MARK, "func": MARK,
                "line": "1", "message": MARK,
            },
            "queue_job": {
                "uuid": MARK, "name": MARK, "state": "failed", "exc_info": MARK,
                "result": MARK, "model_name": "hr.employee", "method_name": "read",
            },
            "bus_bus": {"channel": MARK, "message": MARK},
            "gov_access_event": {
                "login": MARK, "address": MARK, "detail": MARK, "way": "password",
                "result": "refused", "date": "2026-10-01",
            },
            "res_users_apikeys": {
                "name": MARK, "scope": "rpc", "index": f"{MARK}0", "key": MARK,
                "user_id": cls.marked.user_id.id,
            },
            "ir_mail_server": {
                "name": "mail", "smtp_host": "mail", "smtp_pass": MARK, "active": True,
                "smtp_encryption": "none", "smtp_authentication": "login",
            },
            "ir_config_parameter": {"key": "x.api_key", "value": MARK},
            "gov_password_old": {"hashed": MARK, "user_id": cls.marked.user_id.id},
        }  # fmt: skip
        for table, row in rows.items():
            cls.env.cr.execute(
                SQL(
                    "INSERT INTO %s (%s) VALUES %s",
                    SQL.identifier(table),
                    SQL(", ").join(map(SQL.identifier, row)),
                    tuple(row.values()),
                )
            )
        cls.env.cr.execute(
            "UPDATE res_users SET totp_secret = %s WHERE id = %s",
            [MARK, cls.marked.user_id.id],
        )
