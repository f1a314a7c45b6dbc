"""Builders for the tests of all window-staff addons.

Import them from another addon's tests:

    from odoo.addons.gov_window_staff.tests.common import WindowStaffCommon
"""

import io
from datetime import date
from itertools import count
from types import SimpleNamespace

import openpyxl
import polib

from odoo.tests import HttpCase, new_test_user
from odoo.tools import file_path, mute_logger
from odoo.tools.translate import TranslationModuleReader

from odoo.addons.base.tests.common import BaseCommon

from ..exceptions import ImportRefused
from ..rules.identity import check_character

MODULE = "gov_window_staff"
SITE_OFFICER = f"{MODULE}.group_site_officer"
HR_OFFICER = f"{MODULE}.group_hr_officer"
LEADER = f"{MODULE}.group_leader"
ADMINISTRATOR = f"{MODULE}.group_administrator"

LONG_AGO = date(2015, 3, 2)  # entry of everybody who does not say otherwise
TEST_AREA = "320800"  # a city as a whole: no ID number begins with it


def ensure_chinese(env):
    """Simplified Chinese with its terms, for databases that were made without it."""
    if "zh_CN" not in dict(env["res.lang"].get_installed()):
        env["res.lang"]._activate_lang("zh_CN")
        modules = env["ir.module.module"].search([("state", "=", "installed")])
        modules._update_translations(["zh_CN"])


def xlsx(headers, rows, more_sheets=()):
    """The bytes of a workbook: `headers` in row 1 of the first sheet, then `rows`.

    :param rows: lists of cells, or dicts by header (a missing key is a blank cell)
    :param more_sheets: titles of further sheets, left empty
    """
    book = openpyxl.Workbook()
    book.active.append(list(headers))
    for row in rows:
        cells = [row.get(h) for h in headers] if isinstance(row, dict) else list(row)
        book.active.append(cells)
    for title in more_sheets:
        book.create_sheet(title)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def identity_number(serial=1, birthday=date(1990, 1, 1), area=TEST_AREA):
    """A valid ID number of nobody; an odd serial is a man's."""
    first17 = f"{area}{birthday:%Y%m%d}{serial:03d}"
    return first17 + check_character(first17)


def problem_line(file_name, row, column, reason, value=""):
    """A line of a refusal or a warning, as a Chinese user reads it."""
    shown = f"，值“{value}”" if value else ""
    return f"{file_name} 第 {row} 行“{column}”列{shown}：{reason}"


class WindowStaffCommon(BaseCommon):
    """County centre `county` with `branch` and `town` (`village` below it), `town_b`.

    Everything else is built by the test with the `new_` methods.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.numbers = count(1)
        cls.county = cls.new_site("T00", "county", name="测试县政务服务中心")
        cls.branch = cls.new_site("T10", "branch", cls.county, name="不动产分中心")
        cls.town = cls.new_site("T20", "town", cls.county, name="东镇便民服务中心")
        cls.village = cls.new_site("T21", "village", cls.town, name="东村便民服务站")
        cls.town_b = cls.new_site("T30", "town", cls.county, name="西镇便民服务中心")

    # -- records ---------------------------------------------------------------

    @classmethod
    def new_site(cls, code, level="town", parent=None, **vals):
        """A site; below nothing unless `parent` is given."""
        return cls.env["hr.department"].create(
            {
                "name": f"机构{code}",
                "gov_code": code,
                "gov_level": level,
                "parent_id": parent.id if parent else False,
                **vals,
            }
        )

    @classmethod
    def new_window(cls, site=None, name="综合窗口", **vals):
        """A window, of the town by default."""
        site = site or cls.town
        return cls.env["gov.window"].create(
            {"name": name, "department_id": site.id, **vals}
        )

    @classmethod
    def new_unit(cls, name="县人社局", **vals):
        """A dispatching unit (派驻单位)."""
        return cls.env["res.partner"].create(
            {"name": name, "is_company": True, "is_gov_unit": True, **vals}
        )

    @classmethod
    def new_person(
        cls,
        staff_no=None,
        site=None,
        entry=LONG_AGO,
        trial_end=False,
        leave=False,
        wage=3000,
        education=None,
        certificates=(),
        **vals,
    ):
        """A person in service, of the town by default.

        :param education: end of an external id, such as `bachelor`
        :param certificates: one dict a certificate, arguments of `new_certificate`
        """
        staff_no = staff_no or f"T{next(cls.numbers):04d}"
        prefix = f"{MODULE}.education_"
        person = cls.env["hr.employee"].create(
            {
                "name": f"人员{staff_no}",
                "gov_staff_no": staff_no,
                "department_id": (site or cls.town).id,
                "gov_entry_date": entry,
                "date_version": entry,
                "trial_date_end": trial_end,
                "gov_leave_date": leave,
                "wage": wage,
                "gov_education_id": education and cls.env.ref(prefix + education).id,
                **vals,
            }
        )
        for certificate in certificates:
            cls.new_certificate(person, **certificate)
        return person

    @classmethod
    def new_certificate(
        cls, person, rank=1, issued=date(2020, 5, 6), verified=None, **vals
    ):
        """A certificate; verified on the day of issue unless told otherwise.

        :param rank: of the level, 五级/初级工 is 1
        :param verified: False for one that nobody has verified yet
        """
        certificate = (
            cls.env["gov.certificate"]
            ._unprotected()
            .create(
                {
                    "employee_id": person.id,
                    "level_id": cls.level(rank).id,
                    "number": f"T-{next(cls.numbers):06d}",
                    "issue_date": issued,
                    "verify_date": issued if verified is None else verified,
                    **vals,
                }
            )
        )
        return certificate.with_env(cls.env)

    @classmethod
    def level(cls, rank):
        """The skill level of a rank."""
        return cls.env["gov.skill.level"].search([("rank", "=", rank)])

    @classmethod
    def new_user(cls, login, *groups, sites=None, **vals):
        """A user with exactly these groups; the password is the login.

        :param groups: full external ids, an internal user when none is given
        :param sites: hr.department records the user is responsible for
        """
        login = f"gov_test_{login}"
        groups = ",".join(groups) or "base.group_user"
        user = new_test_user(cls.env, login, groups, **vals)
        if sites:
            user.gov_department_ids = sites
        return user

    @classmethod
    def new_table(cls, code="T-TABLE", county=None, **vals):
        """An allowance table without versions."""
        return cls.env["gov.allowance.table"].create(
            {
                "name": f"补贴标准{code}",
                "code": code,
                "department_id": county.id if county else False,
                **vals,
            }
        )

    @classmethod
    def new_version(cls, table, date_from, skill=100, in_force=False):
        """A version of an allowance table with one rate for 五级/初级工."""
        rate = {"kind": "skill", "skill_level_id": cls.level(1).id, "amount": skill}
        version = cls.env["gov.allowance.table.version"].create(
            {
                "table_id": table.id,
                "date_from": date_from,
                "rate_ids": [(0, 0, rate)],
            }
        )
        if in_force:
            version.action_put_in_force()
        return version

    # -- imports ---------------------------------------------------------------

    def import_rows(self, model, *rows, headers=None, user=None, lang="zh_CN"):
        """Import rows (dicts by header) through the importer `model`.

        :return: `records` and `warnings` as attributes of one object
        """
        importer = self.env[model]
        headers = headers or [column.header for column in importer._sheet.columns]
        return self.import_content(model, xlsx(headers, rows), user, lang)

    def import_content(self, model, content, user=None, lang="zh_CN"):
        """Import the bytes of a workbook, with messages in Chinese."""
        importer = self.env[model].with_context(lang=lang)
        if user:
            importer = importer.with_user(user)
        records, warnings = importer.import_workbook(content)
        return SimpleNamespace(records=records, warnings=warnings)

    def assert_refused(self, model, rows, *messages, headers=None):
        """The file is refused with exactly these lines."""
        with self.assertRaises(ImportRefused) as refused:
            self.import_rows(model, *rows, headers=headers)

        self.assertEqual(str(refused.exception).split("\n"), list(messages))


class RpcCommon(HttpCase):
    """Calls over the wire, as a script of a logged-in user would make them."""

    def call(self, user, model, method, *args, **kwargs):
        """Call a public method; a refusal raises `JsonRpcException`."""
        self.authenticate(user.login, user.login)
        with mute_logger("odoo.http"):
            return self.make_jsonrpc_request(
                f"/web/dataset/call_kw/{model}/{method}",
                {"model": model, "method": method, "args": args, "kwargs": kwargs},
            )


class TranslationMixin:
    """Checks of an addon's Chinese; mix it into a TransactionCase.

    class TestChinese(TranslationMixin, TransactionCase):
        module = "gov_training"
    """

    # without it Odoo's loader leaves inherited test methods out, silently
    allow_inherited_tests_method = True

    module = None  # technical name of the addon
    same_in_chinese = frozenset()  # terms that need no Chinese character

    def chinese_terms(self):
        """{source term: Chinese} of zh_CN.po."""
        path = file_path(f"{self.module}/i18n/zh_CN.po")
        return {entry.msgid: entry.msgstr for entry in polib.pofile(path)}

    def exported_terms(self):
        """Every term that Odoo would export for the addon now."""
        reader = TranslationModuleReader(self.env.cr, modules=[self.module])
        # module, kind, name, record, source, translation, comments
        return {row[4] for row in reader}

    def test_no_exported_term_is_missing_from_the_chinese_file(self):
        missing = self.exported_terms() - set(self.chinese_terms())

        self.assertEqual(sorted(missing), [])

    def test_no_term_of_the_chinese_file_is_untranslated(self):
        terms = self.chinese_terms()

        self.assertEqual([source for source, text in terms.items() if not text], [])

    def test_every_translation_is_chinese(self):
        english = {
            source for source, text in self.chinese_terms().items() if text.isascii()
        }

        self.assertEqual(sorted(english - self.same_in_chinese), [])
