"""Texts of letters (文书文本): what a notice or a letter says, as records."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules import letters

KINDS = [
    ("criticism", "Notice after a Month"),
    ("misconduct", "Notice for Misconduct"),
    ("talk", "Talk"),
    ("summons", "Summons"),
    ("supervision", "Supervision Letter"),
]
# 文书中花括号内可用的词
WORDS = (
    "姓名",
    "工号",
    "机构",
    "窗口",
    "单位",
    "月份",
    "得分",
    "等次",
    "扣分事项",
    "事由",
    "要求",
    "时间",
    "地点",
    "参加人员",
    "期限",
    "日期",
)
NUMBER_WORDS = ("年", "号")


class GovFollowLetter(models.Model):
    """Text, number and deadlines of one kind of paper; a county may have its own."""

    _name = "gov.follow.letter"
    _description = "Letter Text"
    _inherit = ["mail.thread"]
    _order = "kind, department_id, id"

    name = fields.Char(string="Title", required=True, tracking=True)
    kind = fields.Selection(KINDS, string="Kind of Paper", required=True, tracking=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        ondelete="restrict",
        help="County in which it applies; empty: wherever no other does.",
    )
    reference = fields.Char(string="Basis", help="Article of the policy.")
    number_pattern = fields.Char(
        string="Pattern of the Number",
        required=True,
        help="{年} is the year, {号} the next number; numbers have no gaps.",
        tracking=True,
    )
    body = fields.Text(string="Text", required=True, tracking=True)
    words_help = fields.Char(string="Words in Braces", compute="_compute_words_help")
    days = fields.Integer(
        string="Working Days Given",
        default=5,
        help="Until the talk, the summons or the answer.",
        tracking=True,
    )
    is_issued_at_once = fields.Boolean(
        string="Issued when the Month Is Locked",
        default=True,
        help="Off: the notices wait as drafts until an officer issues them.",
        tracking=True,
    )
    needs_examination = fields.Boolean(
        string="Asks for a Self-Examination", default=True, tracking=True
    )
    is_public = fields.Boolean(
        string="Published to All Staff",
        help="Off: the person, the own unit and the managers read it (D12).",
        tracking=True,
    )
    public_days = fields.Integer(
        string="Days of Publication", default=30, help="Calendar days; 0: no end."
    )
    active = fields.Boolean(default=True)

    _days_check = models.Constraint(
        "CHECK(days >= 0 AND public_days >= 0)", "Days must not be negative."
    )

    @api.depends("kind")
    def _compute_words_help(self):
        for letter in self:
            letter.words_help = " ".join(f"{{{word}}}" for word in WORDS)

    @api.constrains("body", "number_pattern")
    def _check_words(self):
        for letter in self:
            problems = letters.unknown(letter.body, WORDS)
            problems += letters.unknown(letter.number_pattern, NUMBER_WORDS)
            if problems:
                raise ValidationError(
                    self.env._(
                        "Nothing can be filled in for: %s. Use the words listed below "
                        "the text.",
                        ", ".join(f"{{{word}}}" for word in problems),
                    )
                )
            if set(NUMBER_WORDS) - set(letters.words(letter.number_pattern)):
                raise ValidationError(
                    self.env._("The pattern of the number needs {年} and {号}.")
                )

    @api.model
    def _for_county(self, kind, county):
        """The text of a county: its own, or the one for all.

        :raises UserError: when there is none
        """
        # sudo: whoever may write a paper may use its text
        found = self.sudo().search(
            [("kind", "=", kind), ("department_id", "in", [county.id, False])]
        )
        letter = (
            found.filtered(lambda letter: county and letter.department_id == county)
            or found.filtered(lambda letter: not letter.department_id)
        )[:1]
        if not letter:
            label = dict(self._fields["kind"]._description_selection(self.env))[kind]
            raise UserError(
                self.env._(
                    "There is no letter text for “%s”. Enter one under Configuration › "
                    "Letter Texts.",
                    label,
                )
            )
        return letter.with_env(self.env)

    def _number(self, year, number):
        """The number of a paper, such as 窗通报〔2026〕3号."""
        self.ensure_one()
        values = {"年": str(year), "号": str(number)}
        return letters.fill(self.number_pattern, values)

    def _text(self, values):
        """The text with `values` = {word: text} filled in."""
        self.ensure_one()
        return letters.fill(self.body, values)
