"""The bank's answer comes from outside: any bytes are settled or refused."""

import base64

from hypothesis import strategies as st

from odoo.tests import tagged

from . import common_fuzz as fuzz
from .common_export import CARD, ExportCommon
from .test_fuzz_imports import CASES, FuzzCommon

TITLES = ["序号", "姓名", "帐号", "金额", "处理结果", "失败原因"]
GOOD = ["1", "张三", CARD.format(1), "3301.00", "成功", ""]


@st.composite
def answers(draw):
    """(file name, bytes) of a text or a workbook with damaged cells, or of anything."""
    kind = draw(st.sampled_from(("txt", "xlsx", "bytes", "damage")))
    if kind == "bytes":
        return draw(st.sampled_from(("a.txt", "a.xlsx"))), draw(
            st.binary(min_size=1, max_size=99)
        )
    row = list(GOOD)
    for place in draw(st.lists(st.integers(0, 5), max_size=3)):
        row[place] = draw(fuzz.CELLS)
    if kind == "txt":
        lines = [TITLES, row] if draw(st.booleans()) else [row]
        text = "\r\n".join("|".join(str(cell) for cell in line) for line in lines)
        return "a.txt", text.encode(draw(st.sampled_from(("gb18030", "utf-16"))))
    content = fuzz.workbook(TITLES, [row])
    if kind == "damage":  # the costly ones are in the tests of the imports
        quick = [n for n in sorted(fuzz.DAMAGES) if "bomb" not in n and "many" not in n]
        content = fuzz.DAMAGES[draw(st.sampled_from(quick))](content) or b"x"
    return "a.xlsx", content


@tagged("post_install", "-at_install", "gov_fuzz")
class TestFuzzBankReturn(FuzzCommon, ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.pack = cls.export(cls.locked_run())

    def import_answer(self, name, content):
        self.env["gov.bank.return.import"].with_user(self.finance).create(
            {
                "export_id": self.pack.id,
                "content": base64.b64encode(content),
                "file_name": name,
            }
        ).action_import()

    def test_damaged_answers_of_the_bank(self):
        self.examples(
            answers(),
            lambda answer: self.attack(lambda: self.import_answer(*answer)),
            CASES // 20,
        )
