"""Days of people from an outside system over JSON-2, row by row (在岗状态, A78)."""

from odoo import api, models


class GovAttendanceDay(models.Model):
    """The interface takes what is in order and says what is wrong with the rest."""

    _inherit = "gov.attendance.day"

    @api.model
    def gov_receive(self, rows):
        """Take the days of people from an attendance system; for HR officers.

        Call `/json/2/gov.attendance.day/gov_receive` with `{"rows": [...]}`. Each row
        is an object with the keys `staff_no`, `date` (`YYYY-MM-DD`), and if known
        `am_in`, `am_out`, `pm_in`, `pm_out` (`8:55`), `status` (a word of
        考勤打卡.xlsx: 正常, 迟到, 早退, 缺卡, 旷工, 外勤, 请假, 请假未备案) and
        `statement`. A day that is known already is brought up to date. As always, a
        day makes a lead at most: an officer looks into it.

        :param rows: at most 1,000 objects
        :return: `{"created": ["staff_no date"], "updated": [...], "errors": [{"row":
            from 1, "staff_no", "date", "message"}]}`; rows without an error are kept
        :raises AccessError: for everybody else
        """
        importer = self.env["gov.import.attendance.day"]
        importer._check_envelope(rows)
        return importer._receive(
            [
                {key: "" if value is None else str(value) for key, value in row.items()}
                for row in rows
            ]
        )
