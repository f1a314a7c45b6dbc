"""Files of our records are not kept a second time as text."""

import io

import openpyxl

from odoo.tests import TransactionCase, tagged

NUMBER = "320826199001011234"


@tagged("post_install", "-at_install")
class TestAttachmentIndex(TransactionCase):
    def attach(self, **vals):
        book = openpyxl.Workbook()
        book.active.append(["身份证号", NUMBER])
        content = io.BytesIO()
        book.save(content)
        return self.env["ir.attachment"].create(
            {"name": "花名册.xlsx", "raw": content.getvalue(), **vals}
        )

    def test_words_of_a_field_file_are_not_kept(self):
        file = self.attach(res_model="gov.import.roster", res_field="content", res_id=1)

        self.assertFalse(file.index_content)
        self.assertTrue(file.raw)

    def test_words_of_a_replaced_field_file_are_not_kept(self):
        file = self.attach(res_model="gov.import.roster", res_field="content", res_id=1)

        file.raw = self.attach().raw

        self.assertFalse(file.index_content)

    def test_other_attachments_are_found_by_their_words(self):
        text = self.env["ir.attachment"].create(
            {"name": "note.txt", "raw": b"holiday rota", "mimetype": "text/plain"}
        )

        self.assertIn("holiday", text.index_content)
