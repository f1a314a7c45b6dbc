"""Reviews from the platform over JSON-2 or RPC, row by row."""

from odoo import api, models

RATING_DIGITS = {
    "1": "非常不满意",
    "2": "不满意",
    "3": "基本满意",
    "4": "满意",
    "5": "非常满意",
}
TRUE_WORDS = {"True": "是", "False": "否", "1": "是", "0": "否"}


class GovServiceReview(models.Model):
    """The interface takes what is in order and says what is wrong with the rest."""

    _inherit = "gov.service.review"

    @api.model
    def gov_receive(self, rows):
        """Take review records from the rating platform; for HR officers.

        Call `/json/2/gov.service.review/gov_receive` with `{"rows": [...]}`. Each row
        is an object with the keys `number`, `staff_no`, `rating` (1 to 5, or the
        Chinese word), `reviewed_at` (`YYYY-MM-DD HH:MM`, Chinese time), and if known
        `case_number`, `service_turn`, `item_code`, `item_name`, `window_number`,
        `channel`, `indicators`, `comment`, `is_default`, `citizen_name`,
        `citizen_phone`, `is_public`, `verdict`. Words are those of 好差评.xlsx. A
        review that is known already, by its number, is brought up to date.

        :param rows: at most 1,000 objects
        :return: `{"created": [numbers], "updated": [numbers], "errors": [{"row":
            from 1, "number", "message"}]}`; rows without an error are kept
        :raises AccessError: for everybody else
        """
        importer = self.env["gov.import.review"]
        importer._check_envelope(rows)
        # tracking as in an import: thousands of rows, each with its source
        return importer._receive([self._plain_words(row) for row in rows])

    def _plain_words(self, row):
        """The row as a line of the workbook: texts, digits as words."""
        plain = {key: "" if value is None else str(value) for key, value in row.items()}
        rating = plain.get("rating", "")
        plain["rating"] = RATING_DIGITS.get(rating, rating)
        for name in ("is_default", "is_public"):
            if name in plain:
                plain[name] = TRUE_WORDS.get(plain[name], plain[name])
        if isinstance(row.get("indicators"), list):
            plain["indicators"] = "、".join(map(str, row["indicators"]))
        return plain
