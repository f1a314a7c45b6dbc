"""Amounts of yuan in words (人民币大写) for every report of Odoo."""

from num2words import num2words

from odoo import models
from odoo.tools import get_lang


class ResCurrency(models.Model):
    """Currency; in Chinese, yuan are written as banks want them."""

    _inherit = "res.currency"

    def amount_to_text(self, amount):
        """Odoo would put the words of 元 and 分 beside each other with 和."""
        self.ensure_one()
        if self.name == "CNY" and get_lang(self.env).code == "zh_CN":
            return num2words(amount, lang="zh_CN", to="currency", currency="CNY")
        return super().amount_to_text(amount)
