"""管辖县区, every model: a user of one county finds nothing of another one."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.tests.common import (
    HR_OFFICER,
    LEADER,
    WindowStaffCommon,
)

from .access_table import covered_models
from .common import FINANCE
from .county_rows import PEOPLE, PREFIXES, CountyRows

ROLES = {
    "officer": HR_OFFICER,
    "leader": LEADER,
    "finance": FINANCE,
    "tax": "gov_payroll.group_tax",
    "protection": "gov_window_staff.group_data_protection",
}
# kept to no county though they lead to one
SHARED = {
    "calendar.recurrence": "dates without a name",
    "gov.audit.entry": "there is one officer of data protection for the whole system",
    "survey.survey": "the title of an exam; its questions are kept to the county",
}
# papers that officers see only once finance has given them out
FIRST = {"gov.pay.export": "finance", "gov.pay.export.file": "finance"}
# nobody of a county reads them by right, whatever the county
CLOSED = {"gov.honour.vote", "gov.password.old"}

# how a line of a report leads to its county
LINKS = {
    "county_id": "county_id",
    "employee_id": "employee_id.department_id.gov_county_id",
    "department_id": "department_id.gov_county_id",
}


@tagged("post_install", "-at_install")
class TestCountyRows(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("T96", "county")
        cls.here = cls.rows(cls.town)
        cls.away = cls.rows(cls.new_site("T97", "town", cls.there))
        cls.users = {
            role: cls.new_user(role, name, "base.group_allow_export")
            for role, name in ROLES.items()
        }
        for user in cls.users.values():
            user.gov_county_ids = cls.county
        cls.env.flush_all()
        cls.env.invalidate_all()

    @classmethod
    def rows(cls, site):
        """{model: id of its row of the county of a site}."""
        applicant = cls.env["hr.applicant"].create(
            {"partner_name": "应聘人员", "department_id": site.id}
        )
        person, mate = cls.new_person(site=site), cls.new_person(site=site)
        cls.env.flush_all()
        rows = CountyRows(site.gov_county_id, site, person, applicant, mate)
        for name in rows.linked:
            rows.row(name)
        return {name: rows.ids[name] for name in [*rows.linked, *PEOPLE]}

    def reader(self, name):
        """The model as the first user who may read some of it; rules of counties have
        no group, so they hold for the others as well."""
        first = self.users[FIRST.get(name, "officer")]
        for user in (first, *self.users.values()):
            model = self.env[name].with_user(user).with_context(active_test=False)
            if model.has_access("read"):
                return model
        return None

    def each(self):
        """Name and reader of each model that is kept to counties."""
        for name in sorted(set(self.here) - set(SHARED) - CLOSED):
            model = self.reader(name)
            if model is not None:
                yield name, model

    def test_search_groups_and_export_give_the_own_county_only(self):
        for name, model in self.each():
            own = self.here[name]
            domain = [("id", "in", (own, self.away[name]))]
            with self.subTest(model=name, user=model.env.user.name):
                found = model.search(domain)
                self.assertEqual(found.ids, [own])
                groups = model._read_group(domain, ["create_uid"], ["__count"])
                self.assertEqual([number for _user, number in groups], [1])
                self.assertEqual(found.export_data([".id"])["datas"], [[str(own)]])

    def test_row_of_another_county_is_neither_read_nor_exported(self):
        for name, model in self.each():
            record = model.browse(self.away[name])
            with self.subTest(model=name, user=model.env.user.name):
                with self.assertRaises(AccessError):
                    record.read(["create_uid"])
                with self.assertRaises(AccessError):
                    record.export_data(["create_uid"])

    def test_what_hangs_on_a_document_is_seen_with_it(self):
        """Files, messages and activities follow the right to their document."""
        officer = self.users["officer"]
        for model in ("hr.employee", "gov.certificate", "gov.case", "hr.applicant"):
            own, other = (self.hung_on(model, x[model]) for x in (self.here, self.away))
            for mine, theirs in zip(own, other, strict=True):
                both = (mine | theirs).with_user(officer)
                with self.subTest(model=model, of=both._name):
                    self.assertEqual(
                        both.search([("id", "in", both.ids)]).ids, mine.ids
                    )
                    with self.assertRaises(AccessError):
                        theirs.with_user(officer).read(["create_uid"])

    def hung_on(self, model, res_id):
        """A file, a message and an activity of a document."""
        place = {"res_model": model, "res_id": res_id}
        files = self.env["ir.attachment"].create({"name": "x", "raw": b"x", **place})
        message = self.env["mail.message"].create(
            {"model": model, "res_id": res_id, "body": "x", "message_type": "comment"}
        )
        activity = self.env["mail.activity"].create(
            {
                "res_model_id": self.env["ir.model"]._get_id(model),
                "res_id": res_id,
                "user_id": self.env.ref("base.user_admin").id,
                "summary": "x",
            }
        )
        return files, message, activity

    def test_lines_of_reports_are_of_the_own_county(self):
        for name in covered_models(self.env):
            model = self.env[name]
            link = next((x for x in LINKS if x in model._fields), None)
            if (
                model._auto
                or not link
                or not name.startswith(PREFIXES)
                or name in SHARED
            ):
                continue
            lines = self.reader(name)
            if lines is not None:
                with self.subTest(model=name):
                    counties = lines.search([]).sudo().mapped(LINKS[link])
                    self.assertLessEqual(counties, self.county)
