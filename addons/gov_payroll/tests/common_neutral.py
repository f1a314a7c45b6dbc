"""A county full of marked personal values, and a search for marks in a database."""

import io
import re
import zipfile
from datetime import date, datetime

from odoo.fields import Command
from odoo.modules import neutralize
from odoo.tools import SQL, file_open

from odoo.addons.gov_assessment.tests.common_follow import FollowCommon
from odoo.addons.gov_window_staff.tests.common import TEST_AREA, identity_number

from .common_export import ExportCommon

MARK = "ZQMARK"
PHONE = "13712345{:03d}"
ADDONS = ("gov_payroll", "gov_assessment", "gov_training", "gov_window_staff")
# what no test data may leave: a word, ID numbers of the tests, their cards and phones
MARKS = f"{MARK}|{TEST_AREA}(19|20)|62299900|137-?1234-?5"
# the same word in bytes and in Base64 at each of its three offsets
SPELLED = f"{MARKS}|{MARK.encode().hex()}|WlFNQVJL|pRTUFSS|aUU1BUk"


def kept_patterns(addon):
    """The patterns of model/field that an addon's script leaves as they are."""
    with file_open(f"{addon}/data/neutralize.sql") as script:
        listed = script.read().split("ARRAY[")[-1]
    return re.findall(r"'(.+?)'", re.sub(r"--.*", "", listed))


class MarkMixin:
    """Marks in every text of a database, and the search for what is left of them."""

    @classmethod
    def columns(cls):
        """[(table, column, model/field)] of the texts that tests can overwrite."""
        cls.env.cr.execute(
            """
            SELECT c.relname, a.attname, f.model || '/' || f.name
              FROM ir_model_fields f
              JOIN ir_model m ON m.id = f.model_id AND NOT m.transient
              JOIN pg_class c ON c.relname = replace(f.model, '.', '_')
                             AND c.relkind = 'r'
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = f.name
              JOIN pg_type t ON t.oid = a.atttypid AND t.typname IN ('varchar', 'text')
             WHERE f.store AND f.ttype IN ('char', 'text', 'html')
               AND a.atttypmod = -1
            """
        )
        return cls.env.cr.fetchall()

    @classmethod
    def mark_columns(cls):
        """Put the mark into every text that the scripts do not name as nobody's."""
        kept = [like(p) for addon in ADDONS for p in kept_patterns(addon)]
        for table, column, name in cls.columns():
            if any(p.fullmatch(name) for p in kept):
                continue
            cls.env.cr.execute(
                SQL(
                    "UPDATE %s SET %s = %s || id || coalesce(%s, '')",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    MARK,
                    SQL.identifier(column),
                )  # fmt: skip
            )

    @classmethod
    def neutralise(cls):
        """As `odoo neutralize` does, inside the transaction of the test."""
        cls.env.flush_all()
        neutralize.neutralize_database(cls.env.cr)
        cls.env.invalidate_all()
        cls.registry.clear_all_caches()

    def marked_rows(self):
        """{table: a piece of a row} of each table with a mark in any of its columns."""
        self.env.cr.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace = current_schema::regnamespace ORDER BY relname"
        )
        found = {}
        for [table] in self.env.cr.fetchall():
            self.env.cr.execute(
                SQL(
                    "SELECT substring(r::text from %s) FROM %s r"
                    " WHERE r::text ~ %s LIMIT 1",
                    f".{{0,90}}({SPELLED}).{{0,40}}",
                    SQL.identifier(table),
                    SPELLED,
                )  # fmt: skip
            )
            if row := self.env.cr.fetchone():
                found[table] = row[0]
        return found

    def marked_files(self):
        """Names of the attachments that are left with a mark in their bytes.

        Scripts and styles are bundled of our sources: the tests' hold numbers of tests.
        """
        files = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("id", "!=", False),
                    "|",
                    ("url", "=", False),
                    ("url", "not like", "/web/assets/"),
                ]
            )
        )
        return [file.name for file in files if has_mark(file.raw or b"")]


class NeutralCommon(MarkMixin, ExportCommon, FollowCommon):
    """A locked month and a paid run of three marked people, and words about them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        for serial, person in enumerate(cls.people, start=1):
            cls.write_personal(person, serial)
        cls.zhang = cls.people[0]
        cls.zhang.user_id = cls.new_user(f"{MARK}_zhang", "base.group_portal")
        cls.add_facts()
        cls.run_ = cls.locked_run()
        cls.round_ = cls.run_.gov_round_id if "gov_round_id" in cls.run_ else None
        cls.pack = cls.export(cls.run_)
        cls.add_words()
        cls.add_traces()

    @classmethod
    def write_personal(cls, person, serial):
        """Everything that a profile knows."""
        person.write(
            {
                "name": f"{MARK}{serial}",
                "sex": "male" if serial % 2 else "female",
                "birthday": date(1990, 1, 1),
                "identification_id": identity_number(serial),
                "private_phone": PHONE.format(serial),
                "work_phone": PHONE.format(100 + serial),
                "private_email": f"{MARK}{serial}@example.com",
                "work_email": f"{MARK}{serial}@county.example.com",
                "private_street": f"{MARK}路1号",
                "emergency_contact": f"{MARK}家属{serial}",
                "emergency_phone": PHONE.format(200 + serial),
                "place_of_birth": MARK,
                "study_school": f"{MARK}大学",
            }
        )

    @classmethod
    def add_facts(cls):
        """What the month counts: citizens, records, a session, a certificate."""
        cls.new_event(cls.zhang, reason=f"{MARK}迟到")
        cls.new_review(
            cls.zhang,
            number=f"{MARK}-1",
            comment=f"{MARK}态度差",
            citizen_name_full=f"{MARK}群众",
            citizen_phone_full=PHONE.format(301),
        )
        cls.new_certificate(cls.zhang, number=f"{MARK}-001", issuer=MARK)
        cls.env["gov.opinion"].create(
            {
                "department_id": cls.town.id,
                "employee_id": cls.zhang.id,
                "text": f"{MARK}服务热情",
                "citizen_name_full": f"{MARK}群众",
                "citizen_phone_full": PHONE.format(302),
            }
        )
        session = cls.env["gov.training.session"].create(
            {
                "name": "礼仪培训",
                "topic_ids": cls.env.ref("gov_training.topic_skills").ids,
                "kind_id": cls.env.ref("gov_training.kind_regular").id,
                "form_id": cls.env.ref("gov_training.form_concentrated").id,
                "department_id": cls.county.id,
                "date_start": datetime(2026, 10, 13, 1),
                "date_end": datetime(2026, 10, 13, 3),
                "material_note": MARK,
            }
        )
        session.action_open()
        cls.env["gov.training.enrollment"].create(
            {"session_id": session.id, "employee_id": cls.zhang.id}
        )

    @classmethod
    def add_words(cls):
        """What people write: talks, applications, contacts, messages, files."""
        cls.new_talk(
            cls.zhang,
            reason=MARK,
            participant_ids=[Command.create({"role": "host", "name": f"{MARK}主任"})],
        )
        cls.env["hr.applicant"].create(
            {
                "partner_name": f"{MARK}应聘",
                "partner_phone": PHONE.format(401),
                "email_from": f"{MARK}@example.com",
                "applicant_notes": f"<p>{MARK}</p>",
            }
        )
        cls.env["res.partner"].create(
            {"name": f"{MARK}讲师", "phone": PHONE.format(402), "comment": MARK}
        )
        cls.unit = cls.new_unit(phone=PHONE.format(403), gov_leader=f"{MARK}局长")
        cls.env["hr.resume.line"].create(
            {
                "employee_id": cls.zhang.id,
                "name": f"{MARK}公司",
                "line_type_id": cls.env["hr.resume.line.type"].search([], limit=1).id,
                "date_start": date(2012, 1, 1),
            }
        )
        cls.zhang.message_post(
            body=f"{MARK}留言",
            subject=MARK,
            attachments=[(f"{MARK}.txt", MARK.encode())],
        )
        cls.zhang.activity_schedule(
            "mail.mail_activity_data_todo", summary=MARK, note=MARK
        )
        cls.env["ir.attachment"].create(
            {
                "name": f"{MARK}.xlsx",
                "raw": MARK.encode(),
                "res_model": "gov.pay.export",
                "res_id": cls.pack.id,
            }
        )
        cls.zhang.write({"image_1920": cls.env.company.logo})

    @classmethod
    def add_traces(cls):
        """What machines remember: jobs, logs, mails, tokens, audits."""
        cls.zhang.with_delay(description=f"{MARK}任务").exists()
        cls.env["mail.mail"].create({"body_html": MARK, "email_to": f"{MARK}@a.cn"})
        cls.env["ir.filters"].create(
            {
                "name": MARK,
                "model_id": "hr.employee",
                "domain": f"[('name', '=', '{MARK}')]",
            }
        )
        cls.env["bus.bus"]._sendone(cls.zhang.user_id.partner_id, MARK, {"x": MARK})
        cls.env.cr.precommit.run()
        cls.env.flush_all()
        cls.env.cr.execute(
            """
            INSERT INTO ir_logging (name, type, path, func, line, message)
            VALUES (%(mark)s, 'server', '', '', '1', %(mark)s);
            INSERT INTO gov_access_event (date, login, way, result, detail)
            VALUES (now(), %(mark)s, 'password', 'failed', %(mark)s);
            UPDATE res_users SET totp_secret = %(mark)s WHERE id = %(user)s;
            """,
            {"mark": MARK, "user": cls.zhang.user_id.id},
        )


def like(pattern):
    """A LIKE pattern as a regular expression."""
    words = re.split(r"(\\_|%)", pattern)
    return re.compile(
        "".join({"\\_": "_", "%": ".*"}.get(w, re.escape(w)) for w in words)
    )


def has_mark(content):
    """Whether a file, or one of those packed in it, has a mark."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return any(has_mark(packed.read(name)) for name in packed.namelist())
    return bool(re.search(SPELLED.encode(), content))
