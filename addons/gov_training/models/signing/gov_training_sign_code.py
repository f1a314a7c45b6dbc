"""The sign-in code of a session, or of one of its dates (动态签到码)."""

import secrets
from base64 import b64encode
from io import BytesIO

import qrcode

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.office_hours import local
from ...rules.schedule import local_day
from ...rules.sign_in import is_fresh, seconds_left, slot_of, token

SECRET_BYTES = 32
LATEST = 6  # names on the screen
UNLISTED = ("withdrawn", "waiting")


class GovTrainingSignCode(models.Model):
    """Shown on the screen of the room; nobody may read the secret, not even by RPC.

    All work on these records is done with full rights by methods that have checked the
    officer (screen) or the person behind the login (scan).
    """

    _name = "gov.training.sign.code"
    _description = "Sign-in Code"

    session_id = fields.Many2one(
        "gov.training.session", required=True, index=True, ondelete="cascade"
    )
    date_id = fields.Many2one(
        "gov.training.session.date",
        index="btree_not_null",
        ondelete="cascade",
        help="Blank: the session is held once.",
    )
    secret = fields.Char(
        required=True,
        copy=False,
        groups=fields.NO_ACCESS,
        default=lambda self: secrets.token_hex(SECRET_BYTES),
    )

    _once_uniq = models.UniqueIndex(
        "(session_id, COALESCE(date_id, 0))", "This date has its code already."
    )

    def _of(self, session, date):
        """The code of a date, made when it is shown for the first time.

        :param session: the user has been checked to run it
        :param date: gov.training.session.date, empty for a session held once
        """
        # sudo: nobody has rights on codes, see the docstring of the model
        codes = self.sudo()
        found = codes.search(
            [("session_id", "=", session.id), ("date_id", "=", date.id)]
        )
        return found or codes.create({"session_id": session.id, "date_id": date.id})

    # === THE SCREEN === #

    def _screen_values(self, moment):
        """What the screen of the room shows at a moment, UTC without zone."""
        self.ensure_one()
        if not self._is_open(moment):
            return {"is_open": False}
        lines, domain = self._listed()
        present = [*domain, ("state", "=", "attended")]
        latest = lines.search(
            [*present, ("sign_way", "=", "qr")],
            order="sign_time desc, id desc",
            limit=LATEST,
        )
        return {
            "is_open": True,
            "picture": self._picture(self._url(moment)),
            "left": seconds_left(moment),
            "present": lines.search_count(present),
            "expected": lines.search_count(domain),
            "latest": [
                f"{line.employee_id.name} {local(line.sign_time):%H:%M}"
                for line in latest
            ],
        }

    def _listed(self):
        """Model and domain of everybody who is expected on this date."""
        if self.date_id:
            return self.env["gov.training.attendance"], [
                ("date_id", "=", self.date_id.id),
                ("enrollment_id.state", "not in", UNLISTED),
            ]
        return self.env["gov.training.enrollment"], [
            ("session_id", "=", self.session_id.id),
            ("state", "not in", UNLISTED),
        ]

    def _url(self, moment):
        """Address that the code stands for, good for this slot and the next."""
        sent = token(self.secret, self._subject(), slot_of(moment))
        return f"{self.session_id.get_base_url()}/my/training/sign/{self.id}/{sent}"

    def _subject(self):
        return f"{self.session_id.id}/{self.date_id.id or 0}"

    def _picture(self, url):
        """PNG of a QR code as an address that an `img` shows."""
        content = BytesIO()
        qrcode.make(url, box_size=12, border=3).save(content, format="PNG")
        return f"data:image/png;base64,{b64encode(content.getvalue()).decode()}"

    # === SIGNING IN === #

    def _is_open(self, moment):
        """Only while the session is being held, and on its day."""
        times = self.date_id or self.session_id
        first, last = local_day(times.date_start), local_day(times.date_end)
        is_today = first <= local_day(moment) <= last
        return self.session_id.state == "ongoing" and is_today

    def _check_open(self):
        """
        :raises UserError: no code is shown at this time
        """
        self.session_id._check_state(("ongoing",))
        if not self._is_open(fields.Datetime.now()):
            raise UserError(
                self.env._(
                    "The sign-in code works on the day of the session only. Sign "
                    "people in by the list."
                )
            )

    def _scan(self, person, sent, arrived=None):
        """Sign in the person behind the login, once.

        :param person: hr.employee, looked up by the login
        :param sent: token of the scanned address
        :param arrived: moment of the scan, UTC without zone; now by default
        :return: `signed` or `already`; what speaks against it otherwise: `expired`,
            `closed`, `unlisted`, or the state of the person's line
        """
        self.ensure_one()
        enrollment = self.session_id._line_of(person)
        line, moment = self._line_of(enrollment), arrived or fields.Datetime.now()
        if line.state == "attended":
            return "already"
        if not is_fresh(self.secret, self._subject(), sent, moment):
            return "expired"
        if not self._is_open(moment):
            return "closed"
        if line.state != "enrolled":
            # an officer has said something of this person, and has the last word
            return line.state or "unlisted"
        enrollment._sign_in("qr", moment, self.date_id)
        return "signed"

    def _line_of(self, enrollment):
        """Line of the date's list; of the session's where that alone counts."""
        if not self.date_id or enrollment.state in UNLISTED:
            return enrollment
        return enrollment.attendance_ids.filtered(lambda a: a.date_id == self.date_id)
