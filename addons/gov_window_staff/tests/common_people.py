"""Builders for the tests of profiles, personal data and staff records."""

from odoo.tests import new_test_user

from .common import ADMINISTRATOR, HR_OFFICER, LEADER, MODULE, SITE_OFFICER

LIAISON = f"{MODULE}.group_liaison"
PERSONAL = f"{MODULE}.group_personal_data"
NUMBER = "11010519491231002X"
PHONE = "13812345678"
CARD = "6229990000000000008"


class PeopleMixin:
    """`person` of the town with number, phone and card; one user a role in `users`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit("县人社局(测试)")
        cls.person = cls.new_person(
            "P001",
            identification_id=NUMBER,
            private_phone=PHONE,
            gov_dispatch_unit_id=cls.unit.id,
        )
        cls.person._gov_set_card(CARD, cls.env["res.bank"].create({"name": "农商行"}))
        cls.users = {
            "plain": cls.new_user("plain"),
            "site_officer": cls.new_user("site", SITE_OFFICER, sites=cls.town),
            "liaison": cls.new_user("liaison", LIAISON),
            "leader": cls.new_user("leader", LEADER),
            "officer": cls.new_user("officer", HR_OFFICER),
            "member": cls.new_user("member", HR_OFFICER, PERSONAL),
            "administrator": cls.new_user("administrator", ADMINISTRATOR),
            "portal": new_test_user(cls.env, "gov_test_portal", "base.group_portal"),
        }
        cls.users["liaison"].gov_unit_ids = cls.unit

    def as_user(self, role, records=None):
        """The person (or other records) as a role sees them, nothing cached."""
        self.env.flush_all()
        self.env.invalidate_all()
        return (self.person if records is None else records).with_user(self.users[role])

    def disclosed(self):
        """(user, kind, way, reason) of each line of the log, the oldest first."""
        self.env.cr.precommit.run()
        lines = self.env["gov.disclosure"].search([], order="id")
        return [(x.user_id, x.kind, x.way, x.reason or None) for x in lines]

    def new_record(self, kind, person=None, user=None, **vals):
        """A staff record of a kind (end of its external id)."""
        model = self.env["gov.staff.record"]
        if user:
            model = model.with_user(user)
        return model.create(
            {
                "employee_id": (person or self.person).id,
                "kind_id": self.kind(kind).id,
                "summary": "测试",
                **vals,
            }
        )

    @classmethod
    def kind(cls, name):
        """A kind of record that the addon ships."""
        return cls.env.ref(f"{MODULE}.record_kind_{name}")
