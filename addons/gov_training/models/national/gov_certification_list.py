"""The list for the organiser as a workbook (报名表.xlsx)."""

import io

import xlsxwriter

from odoo import models

from odoo.addons.gov_window_staff.rules.ladder import elapsed

from ...exceptions import ExamNotReady

TITLE = "职业技能等级认定报名表"
# header, width, method of the registration that fills it; text throughout
COLUMNS = (
    ("姓名", 12, "_cell_name"),
    ("性别", 6, "_cell_sex"),
    ("身份证号", 22, "_cell_identification"),
    ("文化程度", 12, "_cell_education"),
    ("工作单位", 28, "_cell_site"),
    ("职业（工种）", 26, "_cell_occupation"),
    ("申报等级", 14, "_cell_level"),
    ("现有等级", 14, "_cell_held"),
    ("现有证书编号", 22, "_cell_certificate"),
    ("从事本职业年限", 14, "_cell_years"),
    ("联系电话", 16, "_cell_phone"),
    ("准考证号", 18, "_cell_ticket"),
    ("工号", 12, "_cell_staff_no"),
)
SEXES = {"male": "男", "female": "女"}


class GovCertificationExam(models.Model):
    """Builds the workbook; every ID number and phone in it goes on record."""

    _inherit = "gov.certification.exam"

    def _check_list(self):
        """The list can be made: people on it, rights to what it shows."""
        self.ensure_one()
        self.check_access("write")
        self._check_in("open", "sent")
        lines = self._listed()
        if not lines:
            raise ExamNotReady(self.env._("Nobody who may sit the exam is registered."))
        lines[:1].employee_id._gov_disclose("identification", self._why(), "export")
        return lines

    def _listed(self):
        return self.registration_ids.filtered(
            lambda r: r.admission == "admitted" and r.state in ("registered", "sent")
        ).sorted(lambda r: (r.level_id.rank, r.staff_no or ""))

    def _why(self):
        return self.env._(
            "List of “%(exam)s” for %(organiser)s",
            exam=self.name,
            organiser=self.organiser,
        )

    def _list_workbook(self):
        """Bytes of the list; logged as an export of personal data."""
        lines = self._check_list()
        content = io.BytesIO()
        book = xlsxwriter.Workbook(content, {"in_memory": True})
        page = book.add_worksheet("报名表")
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#EDEDED"})
        cell = book.add_format({"num_format": "@", "border": 1})
        title = f"{TITLE}：{self.name}（{self.date}，{self.organiser}）"
        page.write_string(0, 0, title, book.add_format({"bold": True}))
        page.write_string(1, 0, "序号", head)
        for place, (header, width, _method) in enumerate(COLUMNS, 1):
            page.set_column(place, place, width)
            page.write_string(1, place, header, head)
        page.freeze_panes(2, 2)
        for number, line in enumerate(lines, 1):
            page.write_string(number + 1, 0, str(number), cell)
            for place, (_header, _width, method) in enumerate(COLUMNS, 1):
                text = getattr(line, method)() or ""
                # write_string: a name that begins with “=” is no formula
                page.write_string(number + 1, place, text, cell)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        book.close()
        self.message_post(
            body=self.env._("List for the organiser downloaded: %s people.", len(lines))
        )
        return content.getvalue()


class GovCertificationRegistration(models.Model):
    """Cells of the list."""

    _inherit = "gov.certification.registration"

    def _cell_name(self):
        return self.employee_id.name

    def _cell_sex(self):
        return SEXES.get(self.employee_id.sex)

    def _cell_identification(self):
        why = self.exam_id._why()
        return self.employee_id._gov_disclose("identification", why, "export")

    def _cell_education(self):
        return self.employee_id.gov_education_id.name

    def _cell_site(self):
        return self.employee_id.department_id.name

    def _cell_occupation(self):
        return self.exam_id.ladder_version_id.ladder_id.name

    def _cell_level(self):
        return self.level_id.name

    def _cell_held(self):
        return self.employee_id.gov_skill_level_id.name

    def _cell_certificate(self):
        held = self.employee_id.gov_certificate_ids.filtered(
            lambda c: c.state == "verified"
        )
        return held.sorted(lambda c: c.level_id.rank)[-1:].number

    def _cell_years(self):
        person = self.employee_id
        starts = (
            person.gov_occupation_date,
            person.gov_posted_date,
            person.gov_entry_date,
        )
        start = min(filter(None, starts), default=None)
        if not start:
            return ""
        years, months = elapsed(start, self.exam_id.date)
        return f"{years}年{months}个月"

    def _cell_phone(self):
        return self.employee_id._gov_disclose("phone", self.exam_id._why(), "export")

    def _cell_ticket(self):
        return self.ticket_no

    def _cell_staff_no(self):
        return self.staff_no
