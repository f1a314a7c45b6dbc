"""Who has seen whose ID number, phone or bank card (个人信息查看记录)."""

from odoo import api, fields, models

from ...tools import caller

KINDS = [
    ("identification", "ID Number"),
    ("passport", "Passport No."),
    ("social", "Social Security No."),
    ("phone", "Mobile Phone"),
    ("card", "Bank Card No."),
]
WAYS = [
    ("view", "Looked Up"),
    ("export", "Exported"),
    ("rpc", "Read by a Program"),
]
WAITING = "gov.disclosure"  # of the transaction's data that is written before commit


class GovDisclosure(models.Model):
    """One value of one person shown to one user; nobody edits or deletes it.

    个人信息保护法 arts 51, 54 (access rights, audit), 网络安全法 art. 21 (logs kept).
    The person may be deleted one day: the log keeps name and number in words.
    """

    _name = "gov.disclosure"
    _inherit = ["gov.log.mixin"]
    _description = "Disclosure of Personal Data"
    _order = "date desc, id desc"
    _rec_name = "person"

    date = fields.Datetime(
        string="At", required=True, default=fields.Datetime.now, index=True
    )
    user_id = fields.Many2one(
        "res.users", string="Shown To", required=True, ondelete="restrict", index=True
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Profile", ondelete="set null", index=True
    )
    person = fields.Char(required=True)
    kind = fields.Selection(KINDS, string="Value", required=True)
    way = fields.Selection(WAYS, required=True)
    reason = fields.Char()
    address = fields.Char(string="Network Address")

    def _refusal(self):
        return self.env._("The log of disclosures can be neither changed nor deleted.")

    @api.model
    def _note(self, people, kinds, way, reason=None):
        """Remember what the user gets to see; written once, before the commit.

        A read that is rolled back has shown nothing and leaves nothing here.

        :param people: hr.employee records
        :param kinds: keys of KINDS
        :param way: key of WAYS
        """
        waiting = self.env.cr.precommit.data
        if WAITING not in waiting:
            waiting[WAITING] = {}
            # sudo: nobody has the right to create; the user is a value of the record
            self.env.cr.precommit.add(self.sudo()._write_waiting)
        address = caller.address() or False
        for person_id in people.ids:
            for kind in kinds:
                key = (self.env.uid, person_id, kind, way, reason or False, address)
                waiting[WAITING].setdefault(key, fields.Datetime.now())

    def _write_waiting(self):
        noted = self.env.cr.precommit.data.pop(WAITING, {})
        people = self.env["hr.employee"].browse(
            {person_id for _user, person_id, *_rest in noted}
        )
        names = {p.id: f"{p.gov_staff_no or ''} {p.name}".strip() for p in people}
        self.create(
            [
                {
                    "date": moment,
                    "user_id": user_id,
                    "employee_id": person_id,
                    "person": names[person_id],
                    "kind": kind,
                    "way": way,
                    "reason": reason,
                    "address": address,
                }
                for (
                    user_id,
                    person_id,
                    kind,
                    way,
                    reason,
                    address,
                ), moment in noted.items()
            ]
        )
